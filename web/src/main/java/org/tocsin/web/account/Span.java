package org.tocsin.web.account;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.parameter.Times;
import org.tocsin.web.problem.BadParameterException;

/**
 * A span of time to account for.
 *
 * @param from its beginning
 * @param to its end, exclusive
 */
public record Span(Instant from, Instant to) {
  /** The longest span that is added up at once. */
  public static final Duration LONGEST = Duration.ofDays(92);

  private static final Duration USUAL = Duration.ofDays(1);

  /**
   * Reads a span.
   *
   * @param from its beginning; null for a day before its end
   * @param to its end, exclusive; null for the end of the hour that runs
   * @throws BadParameterException where one is no time, or the span is empty or too long
   */
  public static Span of(@Nullable String from, @Nullable String to, Instant now) {
    Instant end = Times.parse("to", to);
    if (end == null) {
      end = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
    Instant beginning = Times.parse("from", from);
    if (beginning == null) {
      beginning = end.minus(USUAL);
    }
    if (!beginning.isBefore(end)) {
      throw new BadParameterException("from", "'from' must be before 'to'.");
    }
    if (Duration.between(beginning, end).compareTo(LONGEST) > 0) {
      throw new BadParameterException(
          "from", "At most " + LONGEST.toDays() + " days can be accounted for at once.");
    }
    return new Span(beginning, end);
  }

  /** The hours up to the end of the one that runs. */
  public static Span lastHours(int hours, Instant now) {
    Instant end = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    return new Span(end.minus(hours, ChronoUnit.HOURS), end);
  }
}
