package org.tocsin.web.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.subscription.What;
import org.tocsin.web.subscription.DryRun;

/**
 * What a subscription would have sent, as pages show it.
 *
 * @param words how much in all, in words
 * @param rest what else there is to say, empty for nothing
 * @param days by day
 * @param sample the newest of it
 */
record DryRunCard(String words, String rest, List<Bar> days, List<Row> sample) {
  private static final int HIGHEST = 100;

  /**
   * One day.
   *
   * @param height of its bar, in hundredths of the highest one
   */
  record Bar(String day, int count, int height) {
    /** What is said of it. */
    public String says() {
      return day + ": " + count;
    }
  }

  /**
   * One thing.
   *
   * @param address of its page
   * @param what it is called beside its title
   */
  record Row(
      String address,
      String what,
      String title,
      Moment at,
      ObservationCard.Level tlp,
      @Nullable String type,
      boolean repeat) {}

  static DryRunCard of(DryRun run) {
    int most = run.days().stream().mapToInt(DryRun.Day::count).max().orElse(0);
    return new DryRunCard(
        words(run),
        rest(run),
        run.days().stream().map(day -> bar(day, most)).toList(),
        run.sample().stream().map(DryRunCard::row).toList());
  }

  private static String words(DryRun run) {
    return run.matched() == 0
        ? "Nothing within the last 30 days"
        : Figure.of(run.messages(), "message", "messages")
            + " about "
            + Figure.of(run.matched() - run.repeats(), "thing", "things")
            + " within the last 30 days";
  }

  private static String rest(DryRun run) {
    String repeats =
        run.repeats() == 0
            ? ""
            : Figure.count(run.repeats()) + " more were the same as one shortly before. ";
    return repeats
        + (run.complete() ? "" : "There is more than was looked through: it is at least that.");
  }

  private static Bar bar(DryRun.Day day, int most) {
    int height = day.count() == 0 ? 0 : Math.max(4, day.count() * HIGHEST / most);
    return new Bar(date(day.day()), day.count(), height);
  }

  private static String date(LocalDate day) {
    return String.format(
        Locale.ROOT, "%d-%02d-%02d", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private static Row row(DryRun.Sent sent) {
    boolean warning = sent.what() == What.WARNINGS;
    String type = sent.type();
    return new Row(
        (warning ? "/warnings/" : "/observations/") + sent.id(),
        warning && sent.number() != null ? sent.number() : "observation",
        sent.title(),
        Moment.minutes(sent.at()),
        ObservationCard.Level.of(sent.tlp()),
        type == null ? null : RsitWords.of(type),
        sent.repeat());
  }
}
