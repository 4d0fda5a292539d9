package org.tocsin.model.pattern;

/**
 * A value that observations can be looked up by.
 *
 * @param value as the pattern writes it
 */
public record Clue(Kind kind, String value) {
  /** What kind of value. */
  public enum Kind {
    /** An address or a block, which holds what is looked for. */
    IP,
    /** The number of an autonomous system. */
    ASN,
    /** A domain name. */
    DOMAIN,
    /** A URL. */
    URL,
    /** A hash of a file, an artifact or a certificate. */
    HASH,
    /** A mail address. */
    EMAIL
  }
}
