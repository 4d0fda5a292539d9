package org.tocsin.store.account;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.store.account.Buckets.By;
import org.tocsin.store.document.IndexedTime;
import org.tocsin.store.search.Filters;

/** The receipts that outcomes were written about lately. */
final class RecentReceipts {
  /** How long a submission may be under way to the store after its first outcome. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final Buckets buckets;
  private final Submissions submissions;
  private final Where outcomes;
  private final InstantSource clock;

  RecentReceipts(Buckets buckets, Submissions submissions, Where outcomes, InstantSource clock) {
    this.buckets = buckets;
    this.submissions = submissions;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /** Those written about since then. */
  Set<String> since(Instant since) {
    Set<String> receipts = new HashSet<>();
    Query recent = Filters.between("written_at", since, IndexedTime.clamp(Instant.MAX));
    buckets.each(
        outcomes,
        List.of(recent),
        List.of(By.value("receipt")),
        List.of(),
        bucket -> receipts.add(bucket.text("receipt")));
    return receipts;
  }

  /** Those of which the submissions know nothing at that moment: triage was faster. */
  Set<String> unknownAt(Where moment) {
    Set<String> unknown = since(clock.instant().minus(LATE));
    submissions
        .of(moment, List.copyOf(unknown))
        .forEach(submission -> unknown.remove(submission.receipt().toString()));
    return unknown;
  }
}
