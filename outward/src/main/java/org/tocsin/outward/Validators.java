package org.tocsin.outward;

import org.jspecify.annotations.Nullable;

/**
 * What a conditional request is made of (RFC 9110 section 13.1).
 *
 * @param etag the entity tag as the server wrote it, null for none
 * @param lastModified the time as the server wrote it, null for none
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  /** None: whatever is there is fetched. */
  public static final Validators NONE = new Validators(null, null);
}
