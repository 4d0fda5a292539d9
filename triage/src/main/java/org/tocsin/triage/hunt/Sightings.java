package org.tocsin.triage.hunt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.Hunts.Hunted;
import org.tocsin.store.StoredObservation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a {@code sighting} (STIX 2.1 section 5.2) of what was found. All of it follows from the
 * version of the indicator and the observations, so the same hunt makes the same sighting.
 */
final class Sightings {
  /** The most observations one sighting refers to; its count tells of all. */
  static final int MOST_REFERRED = 1_000;

  private static final long MOST_COUNTED = 999_999_999;

  private Sightings() {}

  static StixObject of(Quarry quarry, Hunted hunted, NodeNamespace namespace) {
    List<String> observed =
        hunted.observations().stream()
            .map(observation -> observation.objects().getFirst().id())
            .sorted()
            .distinct()
            .toList();
    String at = StixTime.millis(quarry.added());
    ObjectNode sighting = JsonNodeFactory.instance.objectNode();
    sighting
        .put("type", "sighting")
        .put("spec_version", "2.1")
        .put("id", "sighting--" + id(quarry, observed, namespace))
        .put("created", at)
        .put("modified", at);
    first(hunted).ifPresent(first -> sighting.put("first_seen", first));
    last(hunted).ifPresent(last -> sighting.put("last_seen", last));
    sighting
        .put("count", Math.clamp(hunted.times(), 1, MOST_COUNTED))
        .put("sighting_of_ref", quarry.indicator().id());
    ArrayNode refs = sighting.putArray("observed_data_refs");
    observed.stream().limit(MOST_REFERRED).forEach(refs::add);
    sighting.putArray("object_marking_refs").add(strictest(quarry, hunted).markingId());
    return new StixObject(sighting);
  }

  /** The strictest of the indicator's level and those of the observations. */
  static Tlp strictest(Quarry quarry, Hunted hunted) {
    return hunted.observations().stream()
        .map(StoredObservation::tlp)
        .reduce(quarry.tlp(), Tlp::stricter);
  }

  private static UUID id(Quarry quarry, List<String> observed, NodeNamespace namespace) {
    NameBasedId id =
        NameBasedId.in(namespace.id())
            .part("sighting")
            .part(quarry.indicator().id())
            .part(quarry.indicator().text("modified").orElse(""));
    observed.forEach(id::part);
    return id.id();
  }

  private static Optional<String> first(Hunted hunted) {
    return times(hunted, "first_observed").min(Instant::compareTo).map(StixTime::micros);
  }

  private static Optional<String> last(Hunted hunted) {
    return times(hunted, "last_observed").max(Instant::compareTo).map(StixTime::micros);
  }

  private static Stream<Instant> times(Hunted hunted, String property) {
    Function<StoredObservation, Instant> time =
        observation ->
            observation
                .objects()
                .getFirst()
                .text(property)
                .flatMap(StixTime::parse)
                .orElse(observation.observedAt());
    return hunted.observations().stream().map(time).map(Objects::requireNonNull);
  }
}
