package org.tocsin.taxiicheck;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param header the value of {@code Authorization}, null where nobody signs in
 */
public record Credentials(@Nullable String header) {
  /** Nobody in particular. */
  public static final Credentials NONE = new Credentials(null);

  /** Who has that token (RFC 6750). */
  public static Credentials bearer(String token) {
    return new Credentials("Bearer " + token);
  }

  /** Who has that name and password (RFC 7617). */
  public static Credentials basic(String name, String password) {
    byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Credentials("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Says whether there are any, and never which. */
  @Override
  public String toString() {
    return header == null ? "nobody" : "somebody";
  }
}
