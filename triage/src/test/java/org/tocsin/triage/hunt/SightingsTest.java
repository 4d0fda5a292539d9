package org.tocsin.triage.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Slot;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.Hunts.Hunted;
import org.tocsin.store.StoredObservation;
import tools.jackson.databind.node.ObjectNode;

class SightingsTest {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final NodeNamespace NODE = new NodeNamespace(new UUID(1, 2));

  @Test
  void shouldMakeTheSameSightingOfTheSameHunt() {
    Hunted hunted = new Hunted(List.of(observed(1, Tlp.GREEN), observed(2, Tlp.CLEAR)), 2, true);
    Hunted otherOrder = new Hunted(hunted.observations().reversed(), 2, true);

    StixObject sighting = Sightings.of(quarry("2026-11-01T08:00:00.000Z"), hunted, NODE);

    assertThat(Sightings.of(quarry("2026-11-01T08:00:00.000Z"), otherOrder, NODE).json())
        .isEqualTo(sighting.json());
    assertThat(Sightings.of(quarry("2026-11-01T09:00:00.000Z"), hunted, NODE).id())
        .as("another version of the indicator")
        .isNotEqualTo(sighting.id());
    Hunted fewer = new Hunted(hunted.observations().subList(0, 1), 2, true);
    assertThat(Sightings.of(quarry("2026-11-01T08:00:00.000Z"), fewer, NODE).id())
        .as("other observations")
        .isNotEqualTo(sighting.id());
  }

  @Test
  void shouldMarkItWithTheStrictestLevelOfAll() {
    Hunted hunted = new Hunted(List.of(observed(1, Tlp.CLEAR), observed(2, Tlp.AMBER)), 2, true);

    assertThat(Sightings.of(quarry("2026-11-01T08:00:00.000Z"), hunted, NODE).markingRefs())
        .containsExactly(Tlp.AMBER.markingId());
    assertThat(Sightings.strictest(quarry("2026-11-01T08:00:00.000Z"), hunted))
        .isEqualTo(Tlp.AMBER);
  }

  @Test
  void shouldTellOfAllButReferToNoMoreThanItCan() {
    List<StoredObservation> many =
        IntStream.range(0, 1_500).mapToObj(number -> observed(number, Tlp.CLEAR)).toList();
    StixObject sighting =
        Sightings.of(
            quarry("2026-11-01T08:00:00.000Z"), new Hunted(many, 5_000_000_000L, true), NODE);

    assertThat(sighting.texts("observed_data_refs")).hasSize(1_000);
    assertThat(sighting.json().path("count").asLong()).isEqualTo(999_999_999);
    assertThat(sighting.text("first_seen")).hasValue("2026-11-28T11:00:00.000000Z");
    assertThat(sighting.text("last_seen")).hasValue("2026-11-28T11:24:59.000000Z");
  }

  @Test
  void shouldRememberHowFarItCame() {
    Trail trail = new Trail("abc-1", null);

    assertThat(Trail.read(trail.text())).isEqualTo(trail);
    assertThat(Trail.read("")).isEqualTo(Trail.START);
    assertThat(Trail.read("2 a b")).as("of a later program").isEqualTo(Trail.START);
  }

  private static Quarry quarry(String modified) {
    return new Quarry(
        new StixObject(
            json(
                "{'type': 'indicator', 'id': 'indicator--1', 'modified': '%s'}"
                    .formatted(modified))),
        Tlp.GREEN,
        NOON);
  }

  private static StoredObservation observed(int number, Tlp tlp) {
    Instant at = Instant.parse("2026-11-28T11:00:00Z").plusSeconds(number);
    ObjectNode data =
        json(
            "{'type': 'observed-data', 'id': 'observed-data--%s', 'first_observed': '%s',"
                    .formatted(number, at)
                + " 'last_observed': '%s'}".formatted(at));
    return new StoredObservation(
        new UUID(0, number),
        new Slot(new UUID(3, 4), 0, number),
        new Origin("provider", "feed"),
        "feed-1",
        "csv",
        at,
        at,
        at,
        null,
        null,
        tlp,
        new RawLocation(Lane.BULK, 0, 0),
        0,
        1,
        List.of(new StixObject(data)));
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) StixJson.MAPPER.readTree(text.replace('\'', '"'));
  }
}
