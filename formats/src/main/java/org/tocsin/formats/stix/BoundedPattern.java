package org.tocsin.formats.stix;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressions;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a schema that gives up instead of trying for ever: some of the published ones
 * backtrack, and the texts they are held against are an outsider's.
 */
final class BoundedPattern implements RegularExpression {
  private static final int SHORT = 64;
  private static final int STEPS = 10_000;
  private static final int STEPS_PER_CHARACTER = 100;

  private static final int REMEMBERED = 64;

  private final Pattern pattern;

  /**
   * The latest answers, by hash: most texts are names of properties, the same for every object.
   * Threads may overwrite each other's; each answer is whole and right.
   */
  private final @Nullable Answer[] answers = new @Nullable Answer[REMEMBERED];

  private record Answer(String text, boolean found) {}

  BoundedPattern(String pattern) {
    this.pattern = Pattern.compile(RegularExpressions.replaceDollarAnchors(pattern));
  }

  /**
   * Whether the pattern is found in the text.
   *
   * @throws TooLongException when that takes too many steps
   */
  @Override
  public boolean matches(String text) {
    return text.length() <= SHORT ? remembered(text) : counted(text);
  }

  private boolean remembered(String text) {
    int place = text.hashCode() & (REMEMBERED - 1);
    Answer known = answers[place];
    if (known != null && known.text().equals(text)) {
      return known.found();
    }
    boolean found = pattern.matcher(text).find();
    answers[place] = new Answer(text, found);
    return found;
  }

  private boolean counted(String text) {
    try {
      return pattern.matcher(new CountedText(text)).find();
    } catch (StackOverflowError e) {
      throw new TooLongException();
    }
  }

  /** The text is too long for what the pattern does with it. */
  static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("pattern given up", null, false, false);
    }
  }

  /** Counts how often it was looked at. */
  private static final class CountedText implements CharSequence {
    private final String text;
    private long left;

    CountedText(String text) {
      this.text = text;
      left = STEPS + (long) STEPS_PER_CHARACTER * text.length();
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new TooLongException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
