package org.tocsin.store.account;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.AccountRow;
import org.tocsin.store.Accounts;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.IndexedTime;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.search.Filters;
import org.tocsin.store.search.Sharing;

/**
 * Adds up outcomes in Elasticsearch. What it looks at is refreshed first: whoever committed an
 * offset has refreshed before, but nothing here relies on it, because an account that says complete
 * must hold everything.
 */
public final class ElasticsearchAccounts implements Accounts {
  private static final int MOST_LATEST = 1_000;
  private static final int AT_ONCE = 500;

  private final Cluster cluster;
  private final String outcomes;
  private final String submissionsAlias;
  private final Submissions submissions;
  private final ReceiptAccounts receiptAccounts;
  private final RecentReceipts recentReceipts;
  private final Rows rows;

  /** Accounts of that cluster. */
  public ElasticsearchAccounts(Cluster cluster, Names names, InstantSource clock) {
    this.cluster = cluster;
    this.outcomes = names.alias(View.OUTCOMES);
    this.submissionsAlias = names.alias(View.SUBMISSIONS);
    this.submissions = new Submissions(cluster, submissionsAlias);
    this.receiptAccounts =
        new ReceiptAccounts(
            new OutcomeSums(cluster, outcomes), clock, cluster.settings().submissionTimeout());
    Buckets buckets = new Buckets(cluster);
    Where allOutcomes = Where.alias(outcomes);
    this.recentReceipts = new RecentReceipts(buckets, submissions, allOutcomes, clock);
    this.rows = new Rows(buckets, submissions, recentReceipts, allOutcomes);
  }

  @Override
  public Optional<ReceiptAccount> of(UUID receipt, Progresses progress, SharingFilter filter) {
    return submission(receipt)
        .filter(submission -> Sharing.admitsSubmission(filter, submission.submitter()))
        .map(submission -> of(submission, progress));
  }

  @Override
  public ReceiptAccount of(Submission submission, Progresses progress) {
    refresh(outcomes);
    return receiptAccounts.of(List.of(submission), progress).getFirst();
  }

  @Override
  public Optional<Submission> submission(UUID receipt) {
    return submissions.find(receipt);
  }

  @Override
  public List<AccountRow> rows(
      Instant from,
      Instant to,
      @Nullable String provider,
      Progresses progress,
      SharingFilter filter) {
    if (Sharing.admitsNothing(filter)) {
      return List.of();
    }
    refresh(outcomes, submissionsAlias);
    Rows.Span span = new Rows.Span(from, to, provider, filter);
    return atOneMoment(moment -> rows.of(span, progress, moment));
  }

  @Override
  public List<ReceiptAccount> latest(int limit, Progresses progress, SharingFilter filter) {
    if (limit < 1 || limit > MOST_LATEST) {
      throw new IllegalArgumentException("limit: 1 to " + MOST_LATEST);
    }
    if (Sharing.admitsNothing(filter)) {
      return List.of();
    }
    refresh(outcomes, submissionsAlias);
    return receiptAccounts.of(submissions.latest(Sharing.ofSubmissions(filter), limit), progress);
  }

  @Override
  public List<ReceiptAccount> unbalanced(Instant since, Progresses progress) {
    refresh(outcomes, submissionsAlias);
    Where now = Where.alias(submissionsAlias);
    Set<String> receipts = recentReceipts.since(since);
    Query written = Filters.between("written_at", since, IndexedTime.clamp(Instant.MAX));
    submissions.each(now, List.of(written), each -> receipts.add(each.receipt().toString()));
    List<ReceiptAccount> unbalanced = new ArrayList<>();
    List<String> all = List.copyOf(receipts);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      List<Submission> through =
          submissions.of(now, some).stream()
              .filter(submission -> Waiting.of(submission, progress).isNothing())
              .toList();
      receiptAccounts.of(through, progress).stream()
          .filter(each -> each.state() != ReceiptAccount.State.PENDING)
          .filter(each -> each.account().difference() != 0)
          .forEach(unbalanced::add);
    }
    return unbalanced;
  }

  private <T> T atOneMoment(Function<Where, T> question) {
    String moment =
        cluster.ask(
            "looking at one moment",
            () ->
                cluster
                    .client()
                    .openPointInTime(request ->
                        request.index(submissionsAlias).keepAlive(alive -> alive.time("1m")))
                    .id());
    try {
      return question.apply(Where.moment(moment));
    } finally {
      cluster.ask(
          "looking away", () -> cluster.client().closePointInTime(request -> request.id(moment)));
    }
  }

  private void refresh(String... aliases) {
    cluster.ask(
        "refreshing accounts",
        () -> cluster.client().indices().refresh(request -> request.index(List.of(aliases))));
  }
}
