package org.tocsin.triage.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.Formats;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.incident.Touched;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Slot;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.stream.ReceivedRecord;

class TriageTest {
  private static final Instant ADDED = Instant.parse("2026-11-01T10:00:00.000007Z");
  private static final UUID RECEIPT = UUID.randomUUID();

  private final MemoryWriter writer = new MemoryWriter();
  private final NodeNamespace namespace = new NodeNamespace(UUID.randomUUID());
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ExecutorService portions = Executors.newFixedThreadPool(2);
  private final List<Touched> told = new ArrayList<>();
  private final Triage triage =
      new Triage(
          new Formats(List.of(new LineFormat())),
          () -> namespace,
          writer,
          incidents -> {
            writer.calls.add("told");
            told.addAll(incidents);
          },
          portions,
          registry);

  @AfterEach
  void stop() {
    portions.shutdownNow();
  }

  @Test
  void shouldAccountForEveryRecordOfARawRecord() {
    triage.take(List.of(received(0, "lines", "one\nbad\none\ntwo", 4)));

    Outcome outcome = writer.outcomes.get(Slot.rawId(RECEIPT, 0));
    assertThat(outcome.collected()).isEqualTo(4);
    assertThat(outcome.observed()).isEqualTo(2);
    assertThat(outcome.duplicate()).isEqualTo(1);
    assertThat(outcome.rejected()).isEqualTo(1);
    assertThat(outcome.normaliser()).isEqualTo(3);
    assertThat(outcome.rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.BAD_VALUE);
  }

  @Test
  void shouldCountWhatARuleKeepsOutAsSuppressed() {
    triage.take(List.of(received(0, "lines", "one\nmute\nmute\nbad", 4)));

    Outcome outcome = writer.outcomes.get(Slot.rawId(RECEIPT, 0));
    assertThat(outcome.collected()).isEqualTo(4);
    assertThat(outcome.observed()).isEqualTo(1);
    assertThat(outcome.suppressed()).isEqualTo(2);
    assertThat(outcome.rejected()).isEqualTo(1);
  }

  @Test
  void shouldCountARecordOfSeveralFactsOnceAndAsNewIfAnyOfThemIs() {
    triage.take(List.of(received(0, "lines", "one+two\none+three\ntwo+one\nbad", 4)));

    Outcome outcome = writer.outcomes.get(Slot.rawId(RECEIPT, 0));
    assertThat(outcome.observed()).isEqualTo(2);
    assertThat(outcome.duplicate()).isEqualTo(1);
    assertThat(outcome.rejected()).isEqualTo(1);
  }

  @Test
  void shouldGiveTheSameOutcomeWhenABatchComesAgain() {
    List<ReceivedRecord> batch =
        List.of(received(0, "lines", "one\ntwo", 2), received(1, "lines", "two\nthree", 2));
    triage.take(batch);
    var first = List.copyOf(writer.outcomes.values());

    triage.take(batch);

    assertThat(writer.outcomes.values()).containsExactlyInAnyOrderElementsOf(first);
    assertThat(writer.facts).hasSize(3);
  }

  @Test
  void shouldGiveEachPositionItsOwnMicrosecond() {
    triage.take(List.of(received(0, "lines", "one\nbad\ntwo", 3)));

    assertThat(writer.facts.values())
        .extracting(fact -> fact.added().getNano() / 1_000)
        .containsExactlyInAnyOrder(7, 9);
  }

  @Test
  void shouldMakeVisibleOnlyAfterFactsAndOutcomes() {
    triage.take(List.of(received(0, "lines", "one", 1)));

    assertThat(writer.calls).containsExactly("facts", "outcomes", "visible");
  }

  @Test
  void shouldTellOfEachEpisodeOnceWhenSearchesSeeWhatWasObserved() {
    triage.take(List.of(received(0, "lines", "scan a\nscan a\nscan b\none", 4)));

    assertThat(writer.calls).containsExactly("facts", "outcomes", "visible", "told");
    assertThat(told).extracting(Touched::incident).doesNotHaveDuplicates().hasSize(2);
    assertThat(writer.facts.values())
        .extracting(PlacedFact::incident)
        .contains(told.get(0).incident(), told.get(1).incident())
        .containsNull();
    assertThat(writer.outcomes.get(Slot.rawId(RECEIPT, 0)).incidents())
        .containsExactlyInAnyOrderElementsOf(told.stream().map(Touched::incident).toList());
  }

  @Test
  void shouldNotOpenAnEpisodeForEverySnapshotThatStillHoldsAnEntryWithoutATime() {
    triage.take(List.of(listed(0, Instant.parse("2026-11-01T10:00:00Z"))));
    List<Touched> before = List.copyOf(told);

    triage.take(List.of(listed(1, Instant.parse("2026-11-20T10:00:00Z"))));

    assertThat(before).hasSize(1);
    assertThat(told).isEqualTo(before);
    assertThat(writer.outcomes.get(Slot.rawId(RECEIPT, 1)).duplicate()).isEqualTo(1);
  }

  @Test
  void shouldShowRecordsThatANormaliserDropsAsMissing() {
    triage.take(List.of(received(0, "lines", "one\nlost\ntwo", 3)));

    Outcome outcome = writer.outcomes.get(Slot.rawId(RECEIPT, 0));
    assertThat(outcome.collected() - outcome.observed() - outcome.rejected()).isEqualTo(1);
  }

  @Test
  void shouldRejectEveryRecordWhenTheNormaliserFails() {
    triage.take(List.of(received(0, "lines", "one\nbug", 2), received(1, "lines", "two", 1)));

    assertThat(writer.outcomes.get(Slot.rawId(RECEIPT, 0)).rejected()).isEqualTo(2);
    assertThat(writer.outcomes.get(Slot.rawId(RECEIPT, 1)).observed()).isEqualTo(1);
  }

  @Test
  void shouldRejectWhatNoFormatRecognised() {
    triage.take(List.of(received(0, RawRecord.UNKNOWN_FORMAT, "GIF89a", 1)));

    assertThat(writer.outcomes.get(Slot.rawId(RECEIPT, 0)).rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.UNKNOWN_FORMAT);
  }

  @Test
  void shouldFailTheBatchWhenTheStoreIsAway() {
    writer.down = true;

    assertThatThrownBy(() -> triage.take(List.of(received(0, "lines", "one", 1))))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(writer.calls).isEmpty();
  }

  @Test
  void shouldFailTheBatchRatherThanRejectWhileTheFormatCannotAskTheStore() {
    assertThatThrownBy(() -> triage.take(List.of(received(0, "lines", "away", 1))))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(writer.outcomes).isEmpty();
  }

  @Test
  void shouldCountWhatItDid() {
    triage.take(List.of(received(0, "lines", "one\nbad", 2)));

    assertThat(
            registry
                .counter("tocsin.triage.records", "result", "collected", "provider", "p")
                .count())
        .isEqualTo(2);
    assertThat(
            registry
                .counter("tocsin.triage.records", "result", "rejected", "provider", "p")
                .count())
        .isEqualTo(1);
  }

  private static ReceivedRecord listed(int number, Instant collectedAt) {
    RawRecord events = received(number, "lines", "scan now", 1).raw();
    RawRecord raw =
        new RawRecord(
            events.receipt(),
            number,
            events.origin(),
            events.submitter(),
            events.format(),
            null,
            null,
            Tlp.CLEAR,
            collectedAt,
            FeedKind.LIST,
            1,
            1,
            new byte[0],
            events.bytes());
    return new ReceivedRecord(raw, new RawLocation(Lane.BULK, 0, number), ADDED);
  }

  static ReceivedRecord received(int number, String format, String text, int records) {
    RawRecord raw =
        new RawRecord(
            RECEIPT,
            number,
            new Origin("p", "f"),
            "someone",
            format,
            null,
            null,
            Tlp.CLEAR,
            Instant.parse("2026-11-01T10:00:00Z"),
            1,
            records,
            new byte[0],
            text.getBytes(StandardCharsets.UTF_8));
    return new ReceivedRecord(raw, new RawLocation(Lane.BULK, 0, number), ADDED);
  }
}
