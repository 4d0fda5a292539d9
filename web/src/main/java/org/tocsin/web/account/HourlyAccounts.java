package org.tocsin.web.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.AccountRow;
import org.tocsin.store.Accounts;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.web.parameter.Given;

/** Adds up what came in, for those who may see it. */
public final class HourlyAccounts {
  /** How far back an equation that does not hold rings the alarm. */
  private static final Duration ALARM = Duration.ofDays(7);

  private final Accounts accounts;
  private final KnownProgress progress;
  private final InstantSource clock;

  /** Asks these. */
  public HourlyAccounts(Accounts accounts, KnownProgress progress, InstantSource clock) {
    this.accounts = accounts;
    this.progress = progress;
    this.clock = clock;
  }

  /** The span two parameters give; see {@link Span#of}. */
  public Span span(@Nullable String from, @Nullable String to) {
    return Span.of(from, to, clock.instant());
  }

  /** The hours up to the end of the one that runs. */
  public Span lastHours(int hours) {
    return Span.lastHours(hours, clock.instant());
  }

  /** The equation for each hour and feed, newest hour first. */
  public List<AccountRow> rows(Span span, @Nullable String provider, Reader reader) {
    return rows(span, provider, progress.now().progresses(), SharingPolicy.submissions(reader));
  }

  /**
   * All that a watch looks at, from one reading of the progress.
   *
   * @param rows the equation for each hour and feed, newest hour first
   * @param latest the last submissions, newest first
   * @param unbalanced submissions of the last days whose equation does not hold
   * @param current false where Kafka does not answer and the progress is the last one known
   */
  public record Watch(
      List<AccountRow> rows,
      List<ReceiptAccount> latest,
      List<ReceiptAccount> unbalanced,
      boolean current) {}

  /**
   * All that a watch looks at, as far as the reader may see it.
   *
   * @param latest how many submissions at most
   */
  public Watch watch(Span span, @Nullable String provider, int latest, Reader reader) {
    KnownProgress.Known known = progress.now();
    SharingFilter filter = SharingPolicy.submissions(reader);
    return new Watch(
        rows(span, provider, known.progresses(), filter),
        accounts.latest(latest, known.progresses(), filter),
        accounts.unbalanced(clock.instant().minus(ALARM), known.progresses()).stream()
            .filter(account -> Receipts.mayBeSeen(account.submission(), filter))
            .toList(),
        known.current());
  }

  private List<AccountRow> rows(
      Span span, @Nullable String provider, Progresses progresses, SharingFilter filter) {
    return accounts.rows(
        span.from(), span.to(), Given.text("provider", provider), progresses, filter);
  }
}
