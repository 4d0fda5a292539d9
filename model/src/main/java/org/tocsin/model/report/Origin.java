package org.tocsin.model.report;

/**
 * Who publishes a report, in which stream of theirs.
 *
 * @param provider the publisher's short name, such as {@code shadowserver}
 * @param feed one stream of the provider, such as {@code reports}
 */
public record Origin(String provider, String feed) {
  private static final java.util.regex.Pattern NAME =
      java.util.regex.Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  /**
   * Throws IllegalArgumentException for a name that is not 1 to 64 of a-z, 0-9, dot, underscore and
   * hyphen.
   */
  public Origin {
    if (!NAME.matcher(provider).matches() || !NAME.matcher(feed).matches()) {
      throw new IllegalArgumentException("provider and feed are 1 to 64 of a-z 0-9 . _ -");
    }
  }
}
