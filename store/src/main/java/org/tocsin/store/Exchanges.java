package org.tocsin.store;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Finds exchanges of mails that people wrote. Shows everything. Thread-safe. */
public interface Exchanges {
  /** So many are found at most. */
  int MOST = 20;

  /**
   * The incidents, by what the mails say themselves, of those that searches see and that name one
   * of these mails: as themselves, or as what they answer.
   *
   * @param mails by their ids
   * @throws StoreUnavailableException when there is no answer
   */
  Set<UUID> naming(Collection<String> mails);
}
