package org.tocsin.formats.sco;

import java.util.Optional;

/**
 * The name of a file (STIX 2.1 section 6.7), in its own spelling.
 *
 * @param value up to 1,000 characters, without blanks around it
 */
public record FileName(String value) {
  private static final int LONGEST = 1_000;

  /** Reads a name; empty where it is none, is too long, or holds control characters. */
  public static Optional<FileName> parse(String text) {
    String name = text.strip();
    boolean fits = !name.isEmpty() && name.length() <= LONGEST;
    return fits && name.chars().noneMatch(Character::isISOControl)
        ? Optional.of(new FileName(name))
        : Optional.empty();
  }
}
