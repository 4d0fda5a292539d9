package org.tocsin.store;

import java.util.Collection;
import java.util.UUID;

/**
 * Counts anew what is observed of incidents, out of the observations that searches see. Several may
 * do so at once, for the same incident too: what was counted from an older state never takes the
 * place of what was counted from a newer one. Every call may be repeated, and throws {@link
 * StoreUnavailableException} when it was not done whole.
 */
public interface Recount {
  /**
   * Counts for those incidents, and for those they are part of. An incident that is not open yet is
   * passed over: whoever opens it counts.
   */
  void of(Collection<UUID> incidents);

  /** Counts for all incidents there are, in a generation that nobody else writes to. */
  void ofAll();

  /** Makes everything written so far visible to searches. */
  void makeVisible();
}
