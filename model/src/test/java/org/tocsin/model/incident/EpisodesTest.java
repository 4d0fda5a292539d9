package org.tocsin.model.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ObjectNode;

class EpisodesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final StixObject AS = object("autonomous-system", "\"number\": 64500");
  private static final StixObject OTHER_AS = object("autonomous-system", "\"number\": 64501");
  private static final StixObject NAME = object("domain-name", "\"value\": \"www.example.org\"");
  private static final StixObject IP = object("ipv4-addr", "\"value\": \"192.0.2.1\"");
  private static final StixObject FILE =
      object("file", "\"hashes\": {\"MD5\": \"AB\", \"SHA-256\": \"CD\"}");

  private final Episodes episodes = of(new NodeNamespace(new UUID(1, 1)));

  @Test
  void shouldTakeTheFirstAutonomousSystemThenTheDomainThenTheAddress() {
    assertThat(network("FR", IP, NAME, AS, OTHER_AS))
        .isEqualTo(new Network(64_500L, null, null, "FR"));
    assertThat(network("fr", IP, NAME)).isEqualTo(new Network(null, "example.org", null, "FR"));
    assertThat(network("FRANCE", IP)).isEqualTo(new Network(null, null, "192.0.2.1", null));
    assertThat(network("DE")).isEqualTo(new Network(null, null, null, "DE"));
  }

  @Test
  void shouldTellOfNoIncidentWithoutAType() {
    assertThat(episodes.of(observation(null, "r", NOON, "FR", AS))).isEmpty();
  }

  @Test
  void shouldBeTheSameForWhateverHasTypeReportPlaceAndSpanInCommon() {
    UUID id = id(observation(Rsit.SCANNER, "r", NOON, "FR", AS, IP));

    assertThat(id(observation(Rsit.SCANNER, "r", NOON.plusSeconds(43_199), "FR", AS, NAME)))
        .isEqualTo(id);
    assertThat(
            List.of(
                id(observation(Rsit.SCANNER, "r", NOON.plusSeconds(43_200), "FR", AS, IP)),
                id(observation(Rsit.SCANNER, "s", NOON, "FR", AS, IP)),
                id(observation(Rsit.SCANNER, null, NOON, "FR", AS, IP)),
                id(observation(Rsit.SPAM, "r", NOON, "FR", AS, IP)),
                id(observation(Rsit.SCANNER, "r", NOON, "DE", AS, IP)),
                id(observation(Rsit.SCANNER, "r", NOON, "FR", OTHER_AS, IP)),
                of(new NodeNamespace(new UUID(2, 2)))
                    .of(observation(Rsit.SCANNER, "r", NOON, "FR", AS, IP))
                    .orElseThrow()
                    .id()))
        .doesNotHaveDuplicates()
        .doesNotContain(id);
  }

  @Test
  void shouldLastADayAndAWeekWhereSomethingIsVulnerable() {
    Episode day = episode(observation(Rsit.SCANNER, "r", NOON, "FR", AS));
    Episode week = episode(observation(Rsit.DDOS_AMPLIFIER, "r", NOON, "FR", AS));

    assertThat(day.from()).isEqualTo("2026-11-20T00:00:00Z");
    assertThat(day.to()).isEqualTo("2026-11-21T00:00:00Z");
    assertThat(week.from()).isEqualTo("2026-11-19T00:00:00Z");
    assertThat(week.to()).isEqualTo("2026-11-26T00:00:00Z");
  }

  @Test
  void shouldNameTheEpisodeOfTheSpanBefore() {
    Episode today = episode(observation(Rsit.SCANNER, "r", NOON, "FR", AS));
    Episode yesterday =
        episode(observation(Rsit.SCANNER, "r", NOON.minusSeconds(86_400), "FR", AS));

    assertThat(today.previous()).isEqualTo(yesterday.id());
    assertThat(today.id()).isNotEqualTo(yesterday.id());
  }

  @Test
  void shouldGoByTheFileOrElseByTheObservationItselfWhereNoPlaceIsNamed() {
    Observation one = observation(Rsit.SPAM, "r", NOON, "", FILE);
    Observation other = observation(Rsit.SPAM, "r", NOON, "", FILE);

    assertThat(episode(one).network()).isEqualTo(Network.NONE);
    assertThat(id(one)).isEqualTo(id(other));
    assertThat(id(observation(Rsit.SPAM, "r", NOON, "")))
        .isNotEqualTo(id(observation(Rsit.SPAM, "r", NOON, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "1969-12-31T23:59:59Z"})
  void shouldHaveASpanInEveryYear(String time) {
    Episode episode = episode(observation(Rsit.SCANNER, "r", Instant.parse(time), "FR", AS));

    assertThat(Instant.parse(time)).isBetween(episode.from(), episode.to());
  }

  @Test
  void shouldHaveASpanForTimesNobodyCanWrite() {
    assertThat(episode(observation(Rsit.SCANNER, "r", Instant.MIN, "FR", AS)).to())
        .isEqualTo("0001-01-02T00:00:00Z");
    assertThat(episode(observation(Rsit.SCANNER, "r", Instant.MAX, "FR", AS)).from())
        .isEqualTo("9999-12-31T00:00:00Z");
  }

  @Test
  void shouldBeWhereItsSubjectIs() {
    StixObject own = object("ipv4-addr", "\"value\": \"198.51.100.7\"");
    Observation seen = observation(Rsit.INFECTED_SYSTEM, "r", NOON, "ES", AS, NAME, own);
    extension(seen).put(TocsinExtension.PROVIDER, "p").put(TocsinExtension.SUBJECT_COUNTRY, "fr");
    extension(seen).putArray(TocsinExtension.SUBJECT_REFS).add(own.id());

    assertThat(episode(seen).network()).isEqualTo(new Network(null, null, "198.51.100.7", "FR"));
  }

  @Test
  void shouldBeNowhereWhereOnlyOthersAreNamed() {
    Observation seen = observation(Rsit.INFECTED_SYSTEM, "r", NOON, "ES", AS, NAME);
    extension(seen).put(TocsinExtension.PROVIDER, "p");

    assertThat(episode(seen).network()).isEqualTo(Network.NONE);
  }

  private static ObjectNode extension(Observation seen) {
    return (ObjectNode)
        seen.objects().getFirst().json().path("extensions").path(TocsinExtension.ID);
  }

  private static Episodes of(NodeNamespace namespace) {
    return new Episodes(
        () -> namespace,
        object ->
            object.type().equals("domain-name") ? Optional.of("example.org") : Optional.empty());
  }

  private Network network(String country, StixObject... objects) {
    return episode(observation(Rsit.SCANNER, "r", NOON, country, objects)).network();
  }

  private UUID id(Observation observation) {
    return episode(observation).id();
  }

  private Episode episode(Observation observation) {
    return episodes.of(observation).orElseThrow();
  }

  private static Observation observation(
      Rsit type, String report, Instant at, String country, StixObject... objects) {
    List<StixObject> all = new ArrayList<>();
    ObjectNode data = object("observed-data", "\"number_observed\": 1").json();
    data.putObject("extensions")
        .putObject(TocsinExtension.ID)
        .putArray(TocsinExtension.COUNTRIES)
        .add(country);
    all.add(new StixObject(data));
    all.addAll(List.of(objects));
    return new Observation(UUID.randomUUID(), at, type, report, Tlp.GREEN, all);
  }

  private static StixObject object(String type, String more) {
    return new StixObject(
        (ObjectNode)
            StixJson.MAPPER.readTree(
                "{\"type\": \"%s\", \"id\": \"%s--1\", %s}".formatted(type, type, more)));
  }
}
