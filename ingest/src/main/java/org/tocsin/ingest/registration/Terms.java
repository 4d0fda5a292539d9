package org.tocsin.ingest.registration;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

/**
 * What a submission is taken under.
 *
 * @param origin provider and feed
 * @param tlp the level declared for it, the stricter of the registration's and the request's; null
 *     when neither gives one
 * @param loosest the loosest level the client is registered for
 * @param confidence how sure the provider is of it, 0 to 100; null where nothing is known of that
 */
public record Terms(Origin origin, @Nullable Tlp tlp, Tlp loosest, @Nullable Integer confidence) {
  /** Terms that say nothing of how sure the provider is. */
  public Terms(Origin origin, @Nullable Tlp tlp, Tlp loosest) {
    this(origin, tlp, loosest, null);
  }
}
