package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.store.AccountSamples.done;
import static org.tocsin.store.AccountSamples.outcome;
import static org.tocsin.store.AccountSamples.sealed;
import static org.tocsin.store.ReceiptAccount.State.COMPLETE;
import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.id;
import static org.tocsin.store.Samples.indicator;
import static org.tocsin.store.Samples.observation;
import static org.tocsin.store.Samples.placed;
import static org.tocsin.store.Samples.slot;
import static org.tocsin.store.Samples.version;
import static org.tocsin.store.WriteResult.DUPLICATE;
import static org.tocsin.store.WriteResult.OBSERVED;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.tlp.Tlp;

/** What live writers meet while a rebuild holds them, and that they go on afterwards. */
@UseEngines(EngineKind.ELASTICSEARCH)
class HeldWritesIT {
  private static final Submission SUBMISSION = sealed("r", 1);
  private static final PlacedFact ONE = placed(observation("one"), slot("r", 0, 0), 0);
  private static final PlacedFact TIGHTER = placed(observation("one", Tlp.RED), slot("s", 0, 0), 1);
  private static final PlacedFact OBJECT =
      placed(version(indicator("i", NOW), Tlp.GREEN), slot("s", 0, 1), 2);

  private TestStore test;
  private NextGeneration next;

  @BeforeEach
  void hold(EngineAddresses engines) {
    test =
        TestStore.at(
            engines.elasticsearchUrl(),
            usual -> TestStore.withWritePatience(usual, Duration.ofMillis(200)));
    test.write(ONE);
    next = test.store().rebuild().begin();
    next.facts().write(List.of(ONE));
    next.holdWrites();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void shouldAnswerThatTheStoreIsUnavailableUntilTheRebuildGivesUp() {
    FactWriter facts = test.store().facts();
    List<Runnable> writes =
        List.of(
            () -> facts.write(List.of(OBJECT)),
            () -> facts.write(List.of(TIGHTER)),
            () -> facts.writeOutcomes(List.of(outcome(SUBMISSION, 0, 1, 0, 0, 0))),
            () -> facts.writeSubmissions(List.of(SUBMISSION)));

    writes.forEach(HeldWritesIT::assertUnavailable);
    assertThat(test.all()).as("reading goes on").hasSize(1);
    assertThat(test.find(id("one")).tlp()).isEqualTo(Tlp.AMBER);

    next.abandon();

    assertThat(writes).allSatisfy(write -> assertThatCode(write::run).doesNotThrowAnyException());
    facts.makeVisible();
    assertThat(test.find(id("one")).tlp()).isEqualTo(Tlp.RED);
    assertThat(test.store().accounts().of(SUBMISSION, done()).state()).isEqualTo(COMPLETE);
  }

  @Test
  void shouldEndAHoldWhoseRebuildDied() {
    assertUnavailable(() -> test.store().facts().write(List.of(TIGHTER)));

    test.at(NOW.plus(NextGeneration.LONGEST_HOLD));

    assertThat(test.write(TIGHTER)).containsExactly(DUPLICATE);
    assertThat(test.find(id("one")).tlp()).isEqualTo(Tlp.RED);
  }

  @Test
  void shouldGoOnInTheNextGenerationInEveryProcess() throws Exception {
    try (ElasticsearchStore patient = test.another(Duration.ofSeconds(60));
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      patient.check();
      Future<List<WriteResult>> waiting =
          thread.submit(() -> patient.facts().write(List.of(TIGHTER, OBJECT)));
      assertUnavailable(() -> test.store().facts().write(List.of(TIGHTER)));
      assertThat(waiting).isNotDone();

      next.swap();

      assertThat(waiting.get()).containsExactly(DUPLICATE, OBSERVED);
      patient.facts().makeVisible();
    }
    assertThat(test.write(ONE, TIGHTER)).containsExactly(OBSERVED, DUPLICATE);
    assertThat(test.all()).hasSize(1);
    assertThat(test.find(id("one")).tlp()).isEqualTo(Tlp.RED);
    assertThat(test.indices()).allMatch(name -> name.contains("-g2"));
  }

  private static void assertUnavailable(Runnable write) {
    assertThatThrownBy(write::run).isInstanceOf(StoreUnavailableException.class);
  }
}
