package org.tocsin.stream.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tocsin.model.account.Frame;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

/** Submissions for tests. */
public final class Submissions {
  private Submissions() {}

  /** In that state, with that many frames. */
  public static Submission of(UUID receipt, Submission.State state, int frames) {
    List<Frame> list =
        IntStream.range(0, frames).mapToObj(n -> new Frame(n % 3, n / 3, 500)).toList();
    boolean sealed = state == Submission.State.SEALED;
    return new Submission(
        receipt,
        "feed-shadowserver",
        new Origin("shadowserver", "reports"),
        sealed ? "a.csv" : null,
        "shadowserver-csv",
        Lane.BULK,
        sealed ? Tlp.GREEN : null,
        Instant.parse("2026-01-01T10:20:30.123456789Z"),
        state,
        500L * frames,
        100_000L * frames,
        sealed ? "ab".repeat(32) : null,
        list,
        state == Submission.State.ABORTED ? "the connection broke" : null);
  }
}
