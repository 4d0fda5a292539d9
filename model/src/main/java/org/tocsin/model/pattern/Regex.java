package org.tocsin.model.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * MATCHES: a regular expression that finds something anywhere in a text (section 9.6). RE2 takes
 * time in proportion to the text whatever the expression; what it cannot do for that, such as
 * looking ahead and back references, is refused.
 */
final class Regex {
  private static final int LONGEST = 2_000;

  private final Pattern pattern;

  /** Throws IllegalArgumentException, with words for who wrote it, where it cannot be run. */
  Regex(String regex) {
    if (regex.length() > LONGEST || Repetition.of(regex) > Repetition.MOST) {
      throw new IllegalArgumentException("the regular expression is too large");
    }
    try {
      pattern = Pattern.compile(regex, Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "the regular expression is none, or cannot be run in bounded time", e);
    }
  }

  boolean test(String text, Effort effort) {
    effort.spend(text.length());
    return pattern.matcher(text).find();
  }
}
