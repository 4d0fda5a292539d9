package org.tocsin.store;

import java.time.Instant;
import java.util.Optional;
import org.tocsin.model.sharing.SharingFilter;

/**
 * Finds warnings. Readers find those that were published, by what was; the team finds all.
 * Thread-safe. Every call throws {@link StoreUnavailableException} when there is no answer.
 */
public interface Warnings {
  /**
   * One page, in one query: for readers the last that was shown first, for the team the last that
   * was changed.
   *
   * @param filter what the reader may see
   * @param now tells those that hold from those that are over
   * @throws IllegalArgumentException when the cursor is not one of ours; the message is fit for the
   *     client
   */
  Page<StoredWarning> search(WarningQuery query, SharingFilter filter, Instant now);

  /**
   * One warning as it stands now, by its id or its number; empty where there is none or the reader
   * may not see it. By its id it is found whether visible to searches or not.
   */
  Optional<StoredWarning> find(String idOrNumber, SharingFilter filter);
}
