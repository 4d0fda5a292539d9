package org.tocsin.outward;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One step on the way to what is fetched: redirects are followed by hand. */
final class Hop {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private Hop() {}

  static boolean isRedirect(int status) {
    return REDIRECTS.contains(status);
  }

  /**
   * Where a redirect leads.
   *
   * @throws FetchFailedException where it may not be followed
   */
  static URI next(URI from, @Nullable String location) {
    URI to = resolved(from, location);
    if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
      throw new FetchFailedException(
          Failure.REDIRECT, "It leads from https to something that is not encrypted.");
    }
    return to;
  }

  /** Whether both are the same scheme, host and port (RFC 6454 section 4). */
  static boolean sameOrigin(URI one, URI other) {
    return lower(one.getScheme()).equals(lower(other.getScheme()))
        && lower(one.getHost()).equals(lower(other.getHost()))
        && port(one) == port(other);
  }

  private static URI resolved(URI from, @Nullable String location) {
    if (location == null) {
      throw new FetchFailedException(Failure.REDIRECT, "It does not say where to.");
    }
    try {
      return from.resolve(URI.create(location.strip()));
    } catch (IllegalArgumentException e) {
      throw new FetchFailedException(Failure.REDIRECT, "Where it leads is no address.", e);
    }
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private static String lower(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").toLowerCase(Locale.ROOT);
  }
}
