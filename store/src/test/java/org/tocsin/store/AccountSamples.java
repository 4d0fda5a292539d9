package org.tocsin.store;

import static org.tocsin.store.Samples.NOW;
import static org.tocsin.store.Samples.ORIGIN;
import static org.tocsin.store.Samples.id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tocsin.model.account.Frame;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.account.Progress;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Slot;

/** Submissions and what became of their raw records; raw record {@code n} lies at offset n. */
final class AccountSamples {
  static final String SUBMITTER = "feed-example";

  private AccountSamples() {}

  /** A submission that came to its end, with that many records in each of its raw records. */
  static Submission sealed(String name, int... records) {
    return submission(name, Submission.State.SEALED, NOW, records);
  }

  /** A submission in that state. */
  static Submission submission(
      String name, Submission.State state, Instant openedAt, int... records) {
    return submission(name, state, openedAt, ORIGIN, SUBMITTER, records);
  }

  /** A submission of that feed, by that submitter. */
  static Submission submission(
      String name,
      Submission.State state,
      Instant openedAt,
      Origin origin,
      String submitter,
      int... records) {
    List<Frame> frames =
        IntStream.range(0, records.length).mapToObj(i -> new Frame(0, i, records[i])).toList();
    return new Submission(
        id(name),
        submitter,
        origin,
        name + ".csv",
        "example-csv",
        Lane.BULK,
        null,
        openedAt,
        state,
        IntStream.of(records).sum(),
        100,
        state == Submission.State.SEALED ? "00" : null,
        frames,
        state == Submission.State.ABORTED ? "the connection broke off" : null);
  }

  /** What became of a raw record: as many of each kind as said. */
  static Outcome outcome(
      Submission submission, int number, int observed, int duplicate, int suppressed, int rejects) {
    List<Reject> listed = new ArrayList<>();
    for (int i = 0; i < rejects; i++) {
      listed.add(new Reject(i, null, null, RejectReason.BAD_VALUE, "Not a time."));
    }
    return outcome(submission, number, observed, duplicate, suppressed, listed);
  }

  /** What became of a raw record. */
  static Outcome outcome(
      Submission submission,
      int number,
      int observed,
      int duplicate,
      int suppressed,
      List<Reject> rejects) {
    return new Outcome(
        submission.receipt(),
        number,
        submission.origin(),
        submission.submitter(),
        submission.format(),
        1,
        submission.openedAt(),
        new RawLocation(submission.lane(), 0, number),
        submission.frames().get(number).records(),
        observed,
        duplicate,
        suppressed,
        rejects.size(),
        rejects,
        List.of());
  }

  /** The same after the raw record was appended again, at that offset. */
  static Outcome redriven(Outcome outcome, long offset) {
    return new Outcome(
        outcome.receipt(),
        outcome.number(),
        outcome.origin(),
        outcome.submitter(),
        outcome.format(),
        outcome.normaliser(),
        outcome.collectedAt(),
        new RawLocation(outcome.raw().lane(), 0, offset),
        outcome.collected(),
        outcome.observed(),
        outcome.duplicate(),
        outcome.suppressed(),
        outcome.rejected(),
        outcome.rejects(),
        outcome.incidents());
  }

  /** Triage has committed that offset of the one partition each lane has. */
  static Progresses upTo(long committed) {
    Progress progress = new Progress(committed, 1_000, NOW, NOW);
    return new Progresses(
        Map.of(Lane.BULK, List.of(progress), Lane.INTERACTIVE, List.of(progress)));
  }

  /** Nothing waits. */
  static Progresses done() {
    return upTo(1_000);
  }

  /** The id of a reject, which is its slot. */
  static String rejectId(Submission submission, int number, int position) {
    return new Slot(submission.receipt(), number, position).toString();
  }
}
