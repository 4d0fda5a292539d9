package org.tocsin.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.PlacedFact;

/**
 * Writes what triage found out. Every call may be repeated: the result stays the same. Thread-safe.
 */
public interface FactWriter {
  /**
   * Writes facts with derived ids, each at most once.
   *
   * @return the result of each, in order
   * @throws StoreUnavailableException when not all of them could be written; repeat the whole call
   */
  List<WriteResult> write(List<PlacedFact> facts);

  /**
   * Writes outcomes, each replacing an older one of the same raw record.
   *
   * @throws StoreUnavailableException when not all of them could be written; repeat the whole call
   */
  void writeOutcomes(List<Outcome> outcomes);

  /**
   * Writes the states of submissions, each replacing the one before.
   *
   * @throws StoreUnavailableException when not all of them could be written; repeat the whole call
   */
  void writeSubmissions(List<Submission> submissions);

  /**
   * The incidents that some version of those objects belongs to, as far as searches see them. A new
   * version of an observed-data may belong to another incident than the one before.
   *
   * @param objects ids of STIX objects
   * @throws StoreUnavailableException when there is no answer
   */
  Set<UUID> incidentsOfVersions(Collection<String> objects);

  /**
   * Makes everything written so far visible to searches.
   *
   * @throws StoreUnavailableException when that did not happen; repeat the call
   */
  void makeVisible();
}
