package org.tocsin.outward;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be fetched.
 *
 * @param uri from where
 * @param accept the media types wanted, as the Accept header writes them
 * @param secrets headers that prove who asks; sent to the origin of {@code uri} and to no other
 * @param validators what was fetched before
 */
public record Fetch(URI uri, String accept, Map<String, String> secrets, Validators validators) {
  /** Whatever is there. */
  public static final String ANYTHING = "*/*";

  public Fetch {
    secrets = Map.copyOf(secrets);
  }

  /** Fetches whatever is at that address. */
  public static Fetch of(URI uri) {
    return new Fetch(uri, ANYTHING, Map.of(), Validators.NONE);
  }

  /** The same, unless it is what was fetched before. */
  public Fetch unless(Validators before) {
    return new Fetch(uri, accept, secrets, before);
  }

  /** The same with a header that proves who asks. */
  public Fetch with(String header, String secret) {
    Map<String, String> more = new LinkedHashMap<>(secrets);
    more.put(header, secret);
    return new Fetch(uri, accept, more, validators);
  }

  /** The same with other media types wanted. */
  public Fetch accepting(String types) {
    return new Fetch(uri, types, secrets, validators);
  }

  /** Whether it goes to the same scheme, host and port as that address. */
  public boolean isToOriginOf(URI other) {
    return Hop.sameOrigin(uri, other);
  }

  /** Leaves the secrets out. */
  @Override
  public String toString() {
    return "Fetch[" + uri + "]";
  }
}
