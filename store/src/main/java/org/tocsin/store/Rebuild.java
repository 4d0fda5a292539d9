package org.tocsin.store;

/**
 * Makes the views of reports anew, behind the ones that are read meanwhile. Thread-safe; one
 * rebuild at a time.
 *
 * <p>Whoever rebuilds reads the log from its beginning, as far as live triage has committed it, and
 * writes into {@link #begin}'s generation. When little is left: {@link NextGeneration#holdWrites},
 * read on to the end the log has then (live triage may have written, but not committed, what lies
 * before it), {@link NextGeneration#swap}.
 */
public interface Rebuild {
  /**
   * The generation that is read and written now.
   *
   * @throws StoreUnavailableException when there is no answer
   */
  int currentGeneration();

  /**
   * Begins the next generation, empty but for the submissions, which are copied. What an earlier
   * rebuild left unfinished is deleted.
   *
   * @throws StoreUnavailableException when there is no answer
   */
  NextGeneration begin();
}
