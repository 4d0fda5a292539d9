package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.id;
import static org.tocsin.store.Samples.object;
import static org.tocsin.store.Samples.observation;
import static org.tocsin.store.Samples.placed;
import static org.tocsin.store.Samples.slot;
import static org.tocsin.store.WriteResult.DUPLICATE;
import static org.tocsin.store.WriteResult.OBSERVED;
import static org.tocsin.store.WriteResult.UNSTORABLE;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

@UseEngines(EngineKind.ELASTICSEARCH)
class ObservationWriteIT {
  private TestStore test;

  @BeforeEach
  void open(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void shouldGiveBackWhatWasWritten() {
    PlacedFact fact = placed(observation("one"), slot("r", 3, 4), 5);

    assertThat(test.write(fact)).containsExactly(OBSERVED);

    Observation written = (Observation) fact.accepted().fact();
    assertThat(test.find(id("one")))
        .isEqualTo(
            new StoredObservation(
                written.contentId(),
                fact.slot(),
                fact.origin(),
                fact.submitter(),
                fact.format(),
                written.observedAt(),
                fact.collectedAt(),
                fact.added(),
                written.rsit(),
                written.reportType(),
                written.tlp(),
                fact.raw(),
                fact.accepted().start(),
                fact.accepted().length(),
                written.objects()));
  }

  @Test
  void shouldGiveTheSameResultsWhenACallIsRepeated() {
    PlacedFact[] facts = {
      placed(observation("one"), slot("r", 0, 0), 0),
      placed(observation("two"), slot("r", 0, 1), 1),
      placed(observation("one"), slot("r", 0, 2), 2),
      placed(observation("one"), slot("r", 0, 3), 3)
    };

    List<WriteResult> first = test.write(facts);
    List<StoredObservation> before = test.all();

    assertThat(first).containsExactly(OBSERVED, OBSERVED, DUPLICATE, DUPLICATE);
    assertThat(test.write(facts)).isEqualTo(first);
    assertThat(test.all()).isEqualTo(before).hasSize(2);
  }

  @Test
  void shouldCallContentFromAnotherSlotADuplicate() {
    test.write(placed(observation("one"), slot("r", 0, 0), 0));

    assertThat(test.write(placed(observation("one"), slot("other", 0, 0), 7)))
        .containsExactly(DUPLICATE);
    assertThat(test.find(id("one")).slot()).isEqualTo(slot("r", 0, 0));
    assertThat(test.find(id("one")).added()).isEqualTo(NOW);
  }

  @Test
  void shouldTightenTheLevelAndShowTheObservationAnew() {
    test.write(placed(observation("one", Tlp.GREEN), slot("r", 0, 0), 0));

    assertThat(test.write(placed(observation("one", Tlp.RED), slot("other", 0, 0), 70_000)))
        .containsExactly(DUPLICATE);

    StoredObservation tightened = test.find(id("one"));
    assertThat(tightened.tlp()).isEqualTo(Tlp.RED);
    assertThat(tightened.slot()).isEqualTo(slot("r", 0, 0));
    assertThat(tightened.added()).isEqualTo(NOW.plusMillis(70));
    StixObject observedData = tightened.objects().getFirst();
    assertThat(observedData.markingRefs()).containsExactly(Tlp.RED.markingId());
    assertThat(observedData.modified()).contains(NOW.plusMillis(70));
    assertThat(observedData.text("created")).contains("2026-11-15T12:00:00.000Z");
  }

  @Test
  void shouldNotLoosenTheLevel() {
    test.write(placed(observation("one", Tlp.AMBER), slot("r", 0, 0), 0));
    StoredObservation before = test.find(id("one"));

    test.write(placed(observation("one", Tlp.CLEAR), slot("other", 0, 0), 7));

    assertThat(test.find(id("one"))).isEqualTo(before);
  }

  @Test
  void shouldTightenWithinOneCall() {
    assertThat(
            test.write(
                placed(observation("one", Tlp.GREEN), slot("r", 0, 0), 0),
                placed(observation("one", Tlp.AMBER_STRICT), slot("r", 0, 1), 1),
                placed(observation("one", Tlp.AMBER), slot("r", 0, 2), 2)))
        .containsExactly(OBSERVED, DUPLICATE, DUPLICATE);
    assertThat(test.find(id("one")).tlp()).isEqualTo(Tlp.AMBER_STRICT);
    assertThat(test.find(id("one")).slot()).isEqualTo(slot("r", 0, 0));
  }

  @Test
  void shouldRewriteWhatAnOlderNormaliserMade() {
    Observation older = observation("one", Tlp.AMBER, NOW, List.of());
    Observation newer =
        observation(
            "one",
            Tlp.GREEN,
            NOW,
            List.of(object("url").put("value", "http://u.example/").build()));
    test.write(placed(older, slot("r", 0, 0), 0, 1));

    assertThat(test.write(placed(newer, slot("other", 0, 0), 9, 2))).containsExactly(DUPLICATE);

    StoredObservation rewritten = test.find(id("one"));
    assertThat(rewritten.slot()).isEqualTo(slot("r", 0, 0));
    assertThat(rewritten.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(rewritten.objects()).hasSize(2);
    assertThat(rewritten.objects().getFirst().markingRefs()).containsExactly(Tlp.AMBER.markingId());
    assertThat(test.write(placed(older, slot("r", 0, 0), 0, 1))).containsExactly(OBSERVED);
    assertThat(test.find(id("one"))).isEqualTo(rewritten);
  }

  @Test
  void shouldKeepTimesNoIndexHolds() {
    Instant first = Instant.parse("0001-01-01T00:00:00Z");
    Instant last = Instant.parse("9999-12-31T23:59:59.123456789Z");

    test.write(
        placed(observation("first", Tlp.AMBER, first), slot("r", 0, 0), 0),
        placed(observation("last", Tlp.AMBER, last), slot("r", 0, 1), 1));

    assertThat(test.find(id("first")).observedAt()).isEqualTo(first);
    assertThat(test.find(id("last")).observedAt()).isEqualTo(last);
  }

  @Test
  void shouldKnowADuplicateAfterTheMonthHasChanged() {
    test.write(placed(observation("one", Tlp.AMBER, NOW), slot("r", 0, 0), 0));
    test.at(Instant.parse("2027-03-02T00:00:00Z"));

    assertThat(test.write(placed(observation("one", Tlp.AMBER, NOW), slot("later", 0, 0), 9)))
        .containsExactly(DUPLICATE);
    assertThat(test.all()).hasSize(1);
  }

  @Test
  void shouldKnowADuplicateOfWhatLayInTheFuture() {
    Instant ahead = Instant.parse("2027-01-10T00:00:00Z");
    test.write(placed(observation("one", Tlp.AMBER, ahead), slot("r", 0, 0), 0));
    test.at(Instant.parse("2027-01-11T00:00:00Z"));

    assertThat(
            test.write(
                placed(observation("one", Tlp.RED, ahead), slot("later", 0, 0), 9),
                placed(observation("two", Tlp.AMBER, ahead), slot("later", 0, 1), 10)))
        .containsExactly(DUPLICATE, OBSERVED);
    assertThat(test.all()).hasSize(2);
    assertThat(test.find(id("one")).tlp()).isEqualTo(Tlp.RED);
  }

  @Test
  void shouldForgetWhatRetentionHasLeftBehind() {
    test.write(placed(observation("one", Tlp.AMBER, NOW), slot("r", 0, 0), 0));
    test.at(Instant.parse("2028-02-01T00:00:00Z"));

    test.store().keepUp();

    assertThat(test.all()).isEmpty();
    assertThat(test.write(placed(observation("one", Tlp.AMBER, NOW), slot("later", 0, 0), 9)))
        .containsExactly(OBSERVED);
    assertThat(test.all()).hasSize(1);
  }

  @Test
  void shouldSayWhatCanNeverBeStoredAndGoOn(EngineAddresses engines) {
    try (TestStore small =
        TestStore.at(
            engines.elasticsearchUrl(), usual -> TestStore.withDocumentBytes(usual, 5_000))) {
      StixObject large = object("artifact").put("payload_bin", "A".repeat(6_000)).build();
      assertThat(
              small.write(
                  placed(observation("one"), slot("r", 0, 0), 0),
                  placed(observation("large", Tlp.AMBER, NOW, List.of(large)), slot("r", 0, 1), 1),
                  placed(observation("large", Tlp.RED, NOW, List.of(large)), slot("r", 0, 2), 2),
                  placed(observation("two"), slot("r", 0, 3), 3)))
          .containsExactly(OBSERVED, UNSTORABLE, UNSTORABLE, OBSERVED);
      assertThat(small.all()).hasSize(2);
    }
  }

  @Test
  void shouldKeepHostileJsonWithoutLoss() {
    StixObject hostile =
        object("x-hostile")
            .json("", "{\"\":{\".\":[1,[2,[3]]]}}")
            .json("..", "{\"a..b\":null,\" \":true}")
            .json("half", "\"\\ud800 and \\udc00\"")
            .json("number", "1.0000000000000000000000000000000000001")
            .json("large", "123456789012345678901234567890")
            .json("_id", "\"x\"")
            .json("_source", "{\"enabled\":false}")
            .build();
    StixObject badAddress = object("ipv4-addr").put("value", "not an address").build();
    StixObject badNumber = object("autonomous-system").json("number", "1e400").build();

    assertThat(
            test.write(
                placed(
                    observation("one", Tlp.AMBER, NOW, List.of(hostile, badAddress, badNumber)),
                    slot("r", 0, 0),
                    0)))
        .containsExactly(OBSERVED);
    assertThat(test.find(id("one")).objects())
        .contains(hostile, badAddress)
        .last()
        .satisfies(object -> assertThat(object.type()).isEqualTo("autonomous-system"));
    assertThat(test.all()).as("found by a search").containsExactly(test.find(id("one")));
  }
}
