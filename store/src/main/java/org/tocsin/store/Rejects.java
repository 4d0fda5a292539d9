package org.tocsin.store;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.sharing.SharingFilter;

/**
 * Finds rejects. Thread-safe. Every call throws {@link StoreUnavailableException} when there is no
 * answer.
 */
public interface Rejects {
  /**
   * One page, the newest first.
   *
   * @param receipt only of that submission, null for all
   * @param reason only of that reason, null for all
   * @param cursor where to go on, null for the beginning
   * @param limit how many at most, 1 to 1,000
   * @param filter whose submissions the reader may see
   * @throws IllegalArgumentException when the cursor is not one of ours; the message is fit for the
   *     client
   */
  Page<StoredReject> search(
      @Nullable UUID receipt,
      @Nullable RejectReason reason,
      @Nullable String cursor,
      int limit,
      SharingFilter filter);

  /** The reject of that id (a slot); empty where there is none or the reader may not see it. */
  Optional<StoredReject> find(String id, SharingFilter filter);
}
