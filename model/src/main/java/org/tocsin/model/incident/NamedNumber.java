package org.tocsin.model.incident;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an incident that a subject names so that it is meant as one: in brackets, behind a
 * word for it or a {@code #}, or as what an answer begins with. Any other number may be anything.
 */
final class NamedNumber {
  private static final String NUMBER = "\\d{4}-\\d{6,18}";
  private static final String END = "(?![\\w-])";

  private static final String WORD =
      "(?:tocsin|incident|case|ticket|vorfall)(?: (?:no|nr|number|id))?\\.? ?:? ?";

  private static final Pattern NAMED =
      Pattern.compile(
          "(?iu)(?:[\\[(] ?(?:%2$s)?#? ?%1$s ?[\\])])|(?:(?<![\\w-])(?:%2$s#? ?|#)%1$s%3$s)"
              .formatted(NUMBER, WORD, END));

  private static final Pattern BEGUN = Pattern.compile("#? ?" + NUMBER + END);
  private static final Pattern DIGITS = Pattern.compile(NUMBER);

  private NamedNumber() {}

  /** The number that a subject names first; empty where it names none. */
  static Optional<String> in(String subject) {
    String answered = MailThread.answered(subject);
    Matcher begun = BEGUN.matcher(answered);
    if (!answered.equals(subject.strip()) && begun.lookingAt()) {
      return digits(begun);
    }
    Matcher named = NAMED.matcher(subject);
    return named.find() ? digits(named) : Optional.empty();
  }

  private static Optional<String> digits(Matcher named) {
    return DIGITS.matcher(named.group()).results().map(MatchResult::group).findFirst();
  }
}
