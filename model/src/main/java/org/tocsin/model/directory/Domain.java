package org.tocsin.model.directory;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A domain with all that lies below it.
 *
 * @param name in lower case, internationalised labels as A-labels (RFC 5890), without the root's
 *     dot
 */
public record Domain(String name) implements NetworkAsset {
  /** RFC 1035 section 2.3.4, in characters of the presentation format. */
  private static final int LONGEST = 253;

  /** RFC 1034 section 3.5, and underscores, which service names have (RFC 8552). */
  private static final Pattern LABELS =
      Pattern.compile("([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])");

  public Domain {
    if (name.length() > LONGEST || !LABELS.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a domain is labels of letters, digits and hyphens, internationalised ones as xn--");
    }
  }

  /**
   * Reads a name in any case, with or without the root's dot.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Domain parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return new Domain(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
  }

  @Override
  public String text() {
    return name;
  }
}
