package org.tocsin.store;

import java.time.Instant;
import java.util.List;
import org.tocsin.model.sharing.SharingFilter;

/**
 * Reads versions of objects in the order they became visible, for programs that follow it.
 * Thread-safe. Every call throws {@link StoreUnavailableException} when there is no answer.
 */
public interface StixVersions {
  /**
   * One page, in one query. It never ends between two that became visible in the same microsecond.
   * Of what was released, what holds now is looked up by id beside it: nothing is shown to whom a
   * later version, or what was observed since, has taken it from, and nothing is marked looser than
   * it is by now.
   *
   * @param filter what the reader may see
   * @param horizon nothing added later than this is served
   * @throws IllegalArgumentException when the cursor is not one of ours; the message is fit for the
   *     client
   */
  Page<StoredVersion> page(VersionQuery query, SharingFilter filter, Instant horizon);

  /** Which end of the versions of an object. */
  enum End {
    FIRST,
    LAST
  }

  /**
   * Those versions among some that are the first, or the last, of their object the reader may see,
   * in one query.
   *
   * @param some at most 1,000, of one page
   * @param query what the page was asked with; only what its submitter sent in, and what was
   *     released to its group, counts
   */
  List<StoredVersion> at(
      End end, List<StoredVersion> some, VersionQuery query, SharingFilter filter, Instant horizon);
}
