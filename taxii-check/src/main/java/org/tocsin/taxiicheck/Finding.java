package org.tocsin.taxiicheck;

import org.jspecify.annotations.Nullable;

/**
 * What was found about one rule.
 *
 * @param section the section of TAXII 2.1 that has the rule
 * @param rule what it demands, in a sentence
 * @param place the collection it was examined in, null where it is about the server
 * @param outcome what it came to
 * @param detail what was seen instead, or why nothing could be seen; empty where the rule is kept
 */
public record Finding(
    String section, String rule, @Nullable String place, Outcome outcome, String detail) {
  /** In a line, for people. */
  public String line() {
    String mark =
        switch (outcome) {
          case KEPT -> "kept    ";
          case BROKEN -> "BROKEN  ";
          case NOT_SEEN -> "not seen";
        };
    String where = place == null ? "" : " [" + place + "]";
    return "%s  %-7s %s%s%s"
        .formatted(mark, section, rule, where, detail.isEmpty() ? "" : ": " + detail);
  }
}
