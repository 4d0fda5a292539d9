package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.store.AccountSamples.done;
import static org.tocsin.store.AccountSamples.outcome;
import static org.tocsin.store.AccountSamples.sealed;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.collected;
import static org.tocsin.store.Samples.id;
import static org.tocsin.store.Samples.indicator;
import static org.tocsin.store.Samples.observation;
import static org.tocsin.store.Samples.placed;
import static org.tocsin.store.Samples.slot;
import static org.tocsin.store.Samples.version;
import static org.tocsin.store.TestStore.ALL;
import static org.tocsin.store.TestStore.LATER;
import static org.tocsin.store.WriteResult.DUPLICATE;
import static org.tocsin.store.WriteResult.OBSERVED;
import static org.tocsin.store.WriteResult.VERSION_CONFLICT;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.ObservationQuery.Order;

/** A new generation takes the place of the old one, and nobody who reads can tell. */
@UseEngines(EngineKind.ELASTICSEARCH)
class RebuildIT {
  private static final Submission SUBMISSION = sealed("r", 3, 3);

  private static final PlacedFact GREEN = placed(observation("one", Tlp.GREEN), slot("r", 0, 0), 0);
  private static final PlacedFact RED =
      collected(
          placed(observation("one", Tlp.RED), slot("r", 1, 0), 9), NOW.minus(Duration.ofDays(1)));
  private static final PlacedFact TWO = placed(observation("two"), slot("r", 0, 1), 1);
  private static final PlacedFact FIRST =
      placed(version(indicator("i", NOW), Tlp.GREEN), slot("r", 0, 2), 2);
  private static final PlacedFact FIRST_TIGHTER =
      placed(version(indicator("i", NOW), Tlp.AMBER), slot("r", 1, 1), 10);
  private static final PlacedFact CONFLICTING =
      placed(version(conflicting(), Tlp.RED), slot("r", 1, 2), 11);

  private TestStore test;

  @BeforeEach
  void open(EngineAddresses engines) {
    test = TestStore.at(engines.elasticsearchUrl());
  }

  @AfterEach
  void close() {
    test.close();
  }

  private static StixObject conflicting() {
    StixObject other = indicator("i", NOW);
    other.json().put("name", "something else");
    return other;
  }

  /** Everything a reader can ask for. */
  private record Seen(
      List<StoredObservation> observations,
      List<StoredObject> versions,
      List<StoredObject> current,
      List<StoredReject> rejects,
      List<ReceiptAccount> accounts) {

    static Seen in(TestStore test) {
      return new Seen(
          test.all(),
          objects(test, true),
          objects(test, false),
          test.store().rejects().search(null, null, null, 100, ALL).items(),
          test.store().accounts().latest(100, done(), ALL));
    }

    private static List<StoredObject> objects(TestStore test, boolean all) {
      ObjectQuery query = new ObjectQuery(null, null, null, null, all, null, 100);
      return test.store().objects().search(query, ALL, LATER).items();
    }
  }

  private void fillLive() {
    FactWriter facts = test.store().facts();
    assertThat(test.write(GREEN, TWO, FIRST)).containsOnly(OBSERVED);
    assertThat(test.write(RED, FIRST_TIGHTER, CONFLICTING))
        .containsExactly(DUPLICATE, DUPLICATE, VERSION_CONFLICT);
    facts.writeSubmissions(List.of(SUBMISSION));
    fillOutcomes(facts);
    facts.makeVisible();
  }

  private static void fillOutcomes(FactWriter facts) {
    facts.writeOutcomes(
        List.of(outcome(SUBMISSION, 0, 3, 0, 0, 0), outcome(SUBMISSION, 1, 0, 2, 0, 1)));
  }

  private static List<WriteResult> fill(NextGeneration next, PlacedFact... facts) {
    List<WriteResult> results = next.facts().write(Arrays.asList(facts));
    fillOutcomes(next.facts());
    return results;
  }

  @Test
  void shouldKeepSlotAddedAndTightenedLevelInWhateverOrderItIsFilled() {
    fillLive();
    Seen before = Seen.in(test);
    String cursor =
        test.store()
            .observations()
            .search(TestStore.query(Order.ADDED, null, 1), ALL, LATER)
            .cursor();
    NextGeneration next = test.store().rebuild().begin();

    assertThat(fill(next, RED, CONFLICTING, FIRST_TIGHTER, FIRST, TWO, GREEN))
        .containsExactly(DUPLICATE, VERSION_CONFLICT, DUPLICATE, OBSERVED, OBSERVED, OBSERVED);
    assertThat(Seen.in(test)).as("readers see the old generation meanwhile").isEqualTo(before);
    next.holdWrites();
    next.swap();

    assertThat(test.store().rebuild().currentGeneration()).isEqualTo(2).isEqualTo(next.number());
    assertThat(Seen.in(test)).isEqualTo(before);
    assertThat(test.find(id("one")).tlp()).isEqualTo(Tlp.RED);
    assertThat(test.find(id("one")).slot()).isEqualTo(GREEN.slot());
    assertThat(
            test.store()
                .observations()
                .search(TestStore.query(Order.ADDED, cursor, 9), ALL, LATER)
                .items())
        .isEqualTo(before.observations().subList(1, 2));
    assertThat(test.indices()).isNotEmpty().allMatch(name -> name.contains("-g2"));
  }

  @Test
  void shouldTakeOverWhatIsWrittenWhileItIsFilled() {
    fillLive();
    NextGeneration next = test.store().rebuild().begin();
    fill(next, GREEN, TWO, FIRST, RED, FIRST_TIGHTER, CONFLICTING);
    PlacedFact late = placed(observation("late"), slot("late", 0, 0), 20);
    Submission lateSubmission = sealed("late", 1);
    test.write(late);
    test.store().facts().writeSubmissions(List.of(lateSubmission));
    test.store().facts().writeOutcomes(List.of(outcome(lateSubmission, 0, 1, 0, 0, 0)));
    Seen before = Seen.in(test);

    next.holdWrites();
    assertThat(next.facts().write(List.of(late))).containsExactly(OBSERVED);
    next.facts().writeOutcomes(List.of(outcome(lateSubmission, 0, 1, 0, 0, 0)));
    next.swap();

    assertThat(Seen.in(test)).isEqualTo(before);
    assertThat(before.observations()).hasSize(3);
    assertThat(before.accounts()).hasSize(2);
  }

  @Test
  void shouldLeaveNothingBehindWhenItIsAbandoned() {
    fillLive();
    Seen before = Seen.in(test);
    NextGeneration next = test.store().rebuild().begin();
    fill(next, GREEN);
    next.holdWrites();

    next.abandon();

    assertThat(test.store().rebuild().currentGeneration()).isEqualTo(1);
    assertThat(Seen.in(test)).isEqualTo(before);
    assertThat(test.indices()).allMatch(name -> name.contains("-g1"));
    assertThat(test.write(placed(observation("three"), slot("s", 0, 0), 30)))
        .containsExactly(OBSERVED);
  }

  @Test
  void shouldBeginAnewAfterARebuildThatDied() {
    fillLive();
    Seen before = Seen.in(test);
    try (ElasticsearchStore died = test.another()) {
      NextGeneration unfinished = died.rebuild().begin();
      unfinished.facts().write(List.of(placed(observation("never live"), slot("x", 0, 0), 40)));
    }
    assertThat(Seen.in(test)).as("the old generation is left").isEqualTo(before);

    NextGeneration next = test.store().rebuild().begin();
    fill(next, GREEN, TWO, FIRST, RED, FIRST_TIGHTER, CONFLICTING);
    next.holdWrites();
    next.swap();

    assertThat(next.number()).isEqualTo(2);
    assertThat(Seen.in(test)).isEqualTo(before);
  }

  @Test
  void shouldHoldAfterASwapWhatTheLogHeldAndSwapOnlyWhileWritesAreHeld() {
    fillLive();
    NextGeneration next = test.store().rebuild().begin();
    fill(next, TWO);

    assertThatThrownBy(next::swap).isInstanceOf(IllegalStateException.class);
    next.holdWrites();
    test.at(NOW.plus(NextGeneration.LONGEST_HOLD).plusSeconds(1));
    assertThatThrownBy(next::swap).isInstanceOf(IllegalStateException.class);
    assertThat(test.all()).hasSize(2);

    next.holdWrites();
    next.swap();
    next.swap();
    assertThat(test.all()).extracting(StoredObservation::id).containsExactly(id("two"));
  }
}
