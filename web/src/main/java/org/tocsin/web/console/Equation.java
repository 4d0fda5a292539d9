package org.tocsin.web.console;

import java.util.List;
import java.util.Locale;
import org.tocsin.model.account.Account;

/**
 * The loss equation as pages show it.
 *
 * @param collected the left side
 * @param terms the right side
 * @param holds whether both are equal
 * @param difference by how much they are not, with its sign in words; empty where they are equal
 */
record Equation(String collected, List<Term> terms, boolean holds, String difference) {

  /**
   * One term of the right side.
   *
   * @param name its name in the API
   * @param count how many records
   * @param zero whether there are none
   * @param offset where its part of a bar begins, in percent
   * @param share how long that part is, in percent
   */
  record Term(String name, String count, boolean zero, String offset, String share) {}

  static Equation of(Account account) {
    long whole =
        Math.max(
            1,
            Math.max(
                account.collected(),
                account.observed()
                    + account.duplicate()
                    + account.suppressed()
                    + account.rejected()
                    + account.pending()));
    Bar bar = new Bar(whole);
    List<Term> terms =
        List.of(
            bar.term("observed", account.observed()),
            bar.term("duplicate", account.duplicate()),
            bar.term("suppressed", account.suppressed()),
            bar.term("rejected", account.rejected()),
            bar.term("pending", account.pending()));
    long difference = account.difference();
    return new Equation(
        Figure.count(account.collected()), terms, difference == 0, inWords(difference));
  }

  private static String inWords(long difference) {
    if (difference == 0) {
      return "";
    }
    return difference > 0
        ? Figure.of(difference, "record is missing", "records are missing")
        : Figure.of(-difference, "record is counted twice", "records are counted twice");
  }

  /** The equation as one sentence, for those who listen to the page. */
  public String sentence() {
    StringBuilder sentence = new StringBuilder(collected).append(" collected =");
    String plus = " ";
    for (Term term : terms) {
      sentence.append(plus).append(term.count()).append(' ').append(term.name());
      plus = " + ";
    }
    return sentence.toString();
  }

  private static final class Bar {
    private static final double PERCENT = 100;

    private final long whole;
    private long before;

    Bar(long whole) {
      this.whole = whole;
    }

    Term term(String name, long count) {
      Term term = new Term(name, Figure.count(count), count == 0, percent(before), percent(count));
      before += count;
      return term;
    }

    private String percent(long part) {
      return String.format(Locale.ROOT, "%.3f", PERCENT * part / whole);
    }
  }
}
