package org.tocsin.store.account;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Origin;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.AccountRow;
import org.tocsin.store.account.Buckets.Bucket;
import org.tocsin.store.account.Buckets.By;
import org.tocsin.store.search.Filters;
import org.tocsin.store.search.Sharing;

/**
 * The equation for each hour and feed. All that is asked of the submissions is asked of one moment,
 * and outcomes of raw records that wait are left out by name, so that nothing counts twice however
 * much is written meanwhile.
 */
final class Rows {
  private final Buckets buckets;
  private final Submissions submissions;
  private final RecentReceipts recentReceipts;
  private final Where outcomes;

  Rows(Buckets buckets, Submissions submissions, RecentReceipts recentReceipts, Where outcomes) {
    this.buckets = buckets;
    this.submissions = submissions;
    this.recentReceipts = recentReceipts;
    this.outcomes = outcomes;
  }

  /** What is asked for. */
  record Span(Instant from, Instant to, @Nullable String provider, SharingFilter filter) {
    List<Query> conditions(String time) {
      List<Query> conditions = new ArrayList<>();
      conditions.add(Filters.within(time, from, to));
      if (provider != null) {
        conditions.add(Filters.is("provider", provider));
      }
      conditions.addAll(Sharing.ofSubmissions(filter));
      return conditions;
    }
  }

  List<AccountRow> of(Span span, Progresses progress, Where moment) {
    Map<Key, Account> rows = new HashMap<>();
    Set<String> unsealed = new HashSet<>();
    List<String> waiting = new ArrayList<>();
    addSealed(span, moment, rows);
    addUnfinished(span, progress, moment, rows, unsealed, waiting);
    unsealed.addAll(recentReceipts.unknownAt(moment));
    addOutcomes(span, rows, unsealed, OutcomeSums.leavingOut(waiting));
    return rows.entrySet().stream()
        .map(row -> new AccountRow(row.getKey().hour(), row.getKey().origin(), row.getValue()))
        .sorted(
            Comparator.comparing(AccountRow::hour)
                .reversed()
                .thenComparing(row -> row.origin().provider())
                .thenComparing(row -> row.origin().feed()))
        .toList();
  }

  private void addSealed(Span span, Where moment, Map<Key, Account> rows) {
    List<Query> conditions = span.conditions("opened_at");
    conditions.add(Filters.is("state", Submission.State.SEALED.name()));
    buckets.each(
        moment,
        conditions,
        by("opened_at"),
        List.of("records"),
        bucket ->
            add(
                rows,
                Key.of(bucket),
                Sums.NONE.account(bucket.sums().getOrDefault("records", 0L), 0)));
  }

  private void addUnfinished(
      Span span,
      Progresses progress,
      Where moment,
      Map<Key, Account> rows,
      Set<String> unsealed,
      List<String> waitingOutcomes) {
    List<Query> unfinished = new ArrayList<>(WaitingQuery.anyOf(progress));
    unfinished.add(
        Filters.isOneOf(
            "state", List.of(Submission.State.OPENED.name(), Submission.State.ABORTED.name())));
    List<Query> conditions = span.conditions("opened_at");
    conditions.add(Filters.anyOf(unfinished));
    submissions.each(
        moment,
        conditions,
        submission -> {
          Waiting waiting = Waiting.of(submission, progress);
          boolean sealed = submission.state() == Submission.State.SEALED;
          if (!sealed) {
            unsealed.add(submission.receipt().toString());
          }
          waitingOutcomes.addAll(waiting.outcomes());
          add(
              rows,
              Key.of(submission),
              Sums.NONE.account(sealed ? 0 : waiting.records(), waiting.records()));
        });
  }

  private void addOutcomes(
      Span span, Map<Key, Account> rows, Set<String> unsealed, List<Query> leavingOut) {
    List<Query> conditions = span.conditions("collected_at");
    conditions.addAll(leavingOut);
    List<By> by = by("collected_at");
    buckets.each(
        outcomes,
        conditions,
        by,
        Sums.FIELDS,
        bucket -> add(rows, Key.of(bucket), Sums.of(bucket.sums()).account(0, 0)));
    if (!unsealed.isEmpty()) {
      conditions.add(Filters.isOneOf("receipt", unsealed));
      buckets.each(
          outcomes,
          conditions,
          by,
          List.of("collected"),
          bucket ->
              add(
                  rows,
                  Key.of(bucket),
                  Sums.NONE.account(bucket.sums().getOrDefault("collected", 0L), 0)));
    }
  }

  private static void add(Map<Key, Account> rows, Key key, Account account) {
    rows.merge(key, account, Account::plus);
  }

  private static List<By> by(String time) {
    return List.of(By.hour(time), By.value("provider"), By.value("feed"));
  }

  private record Key(Instant hour, Origin origin) {
    static Key of(Bucket bucket) {
      return new Key(bucket.time("hour"), new Origin(bucket.text("provider"), bucket.text("feed")));
    }

    static Key of(Submission submission) {
      return new Key(submission.openedAt().truncatedTo(ChronoUnit.HOURS), submission.origin());
    }
  }
}
