package org.tocsin.store.account;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.account.Frame;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Slot;

/**
 * What of a submission waits for triage, by the offsets that are committed.
 *
 * @param records how many records, by the framer's count
 * @param outcomes ids of the outcomes of the raw records that wait. One may be there already,
 *     written and not yet committed, or from an earlier attempt: it must not be added up, or the
 *     raw record would count on both sides
 */
record Waiting(long records, List<String> outcomes) {

  static Waiting of(Submission submission, Progresses progress) {
    long records = 0;
    List<String> outcomes = new ArrayList<>();
    List<Frame> frames = submission.frames();
    for (int number = 0; number < frames.size(); number++) {
      if (progress.isPending(submission.lane(), frames.get(number))) {
        records += frames.get(number).records();
        outcomes.add(Slot.rawId(submission.receipt(), number));
      }
    }
    return new Waiting(records, outcomes);
  }

  boolean isNothing() {
    return outcomes.isEmpty();
  }
}
