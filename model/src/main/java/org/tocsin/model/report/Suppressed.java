package org.tocsin.model.report;

import java.util.regex.Pattern;

/**
 * A record that was understood and that a rule keeps out: it tells of nothing, as a delivery report
 * does, and is no fault either.
 *
 * @param position its position in the raw record, from 0
 * @param rule name of the rule, in lower case with hyphens, such as {@code delivery-report}
 */
public record Suppressed(int position, String rule) {
  private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  public Suppressed {
    if (!RULE.matcher(rule).matches()) {
      throw new IllegalArgumentException("a rule has a name of letters, digits and hyphens");
    }
  }
}
