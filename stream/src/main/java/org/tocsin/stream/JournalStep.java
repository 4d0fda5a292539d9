package org.tocsin.stream;

import java.util.List;
import org.tocsin.model.journal.Journaled;

/** What the projector does with the commands of the journal. */
@FunctionalInterface
public interface JournalStep {
  /**
   * Takes commands in the order of the journal. When it returns, everything that came of them is
   * written and visible to searches; only then is the batch committed and the horizon moved.
   * Whatever it throws, the same batch comes again after a pause.
   */
  void take(List<Journaled> batch);
}
