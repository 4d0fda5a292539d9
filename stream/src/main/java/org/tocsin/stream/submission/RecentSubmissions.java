package org.tocsin.stream.submission;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.account.Submission;

/**
 * The last state of the submissions written about last. Bounded twice, because a submission of a
 * million rows lists thousands of frames: the oldest go first. Thread-safe.
 */
final class RecentSubmissions {
  static final int MAX_SUBMISSIONS = 20_000;
  static final int MAX_FRAMES = 500_000;

  private final Map<UUID, Submission> byReceipt = new LinkedHashMap<>();
  private int frames;

  synchronized void put(Submission submission) {
    Submission before = byReceipt.remove(submission.receipt());
    frames -= before == null ? 0 : before.frames().size();
    byReceipt.put(submission.receipt(), submission);
    frames += submission.frames().size();
    Iterator<Submission> oldest = byReceipt.values().iterator();
    while (byReceipt.size() > MAX_SUBMISSIONS || (frames > MAX_FRAMES && byReceipt.size() > 1)) {
      frames -= oldest.next().frames().size();
      oldest.remove();
    }
  }

  synchronized Optional<Submission> find(UUID receipt) {
    return Optional.ofNullable(byReceipt.get(receipt));
  }

  synchronized int size() {
    return byReceipt.size();
  }
}
