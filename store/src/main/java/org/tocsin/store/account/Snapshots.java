package org.tocsin.store.account;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Origin;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.IndexedTime;
import org.tocsin.store.search.Filters;

/** Finds the snapshots of lists in one generation. */
public final class Snapshots {
  private static final int AT_ONCE = 500;
  private static final int LATEST_AT_ONCE = 20;
  private static final Instant FOR_EVER = IndexedTime.clamp(Instant.MAX);
  private static final Query OF_A_LIST = Filters.is("kind", FeedKind.LIST.key());
  private static final Query SEALED = Filters.is("state", Submission.State.SEALED.name());

  private final Cluster cluster;
  private final List<String> names;
  private final Where where;
  private final Submissions submissions;
  private final OutcomeSums sums;
  private final RecentReceipts recent;

  /** In those indices or aliases. */
  public Snapshots(Cluster cluster, String outcomes, String submissions, InstantSource clock) {
    this.cluster = cluster;
    this.names = List.of(outcomes, submissions);
    this.where = Where.alias(submissions);
    this.submissions = new Submissions(cluster, submissions);
    this.sums = new OutcomeSums(cluster, outcomes);
    this.recent =
        new RecentReceipts(new Buckets(cluster), this.submissions, Where.alias(outcomes), clock);
  }

  /** Those that were sent, or written about, since then. */
  public List<Snapshot> touchedSince(Instant since) {
    cluster.ask(
        "refreshing accounts",
        () -> cluster.client().indices().refresh(request -> request.index(names)));
    List<Submission> touched = new ArrayList<>();
    submissions.each(
        where, List.of(OF_A_LIST, Filters.between("written_at", since, FOR_EVER)), touched::add);
    Set<String> others = recent.since(since);
    touched.forEach(submission -> others.remove(submission.receipt().toString()));
    for (List<String> some : portions(List.copyOf(others))) {
      submissions.each(where, List.of(OF_A_LIST, Filters.isOneOf("receipt", some)), touched::add);
    }
    return counted(touched);
  }

  /** When the last whole snapshot of that list was collected; empty where there is none. */
  public Optional<Instant> last(Origin list) {
    Instant until = FOR_EVER;
    while (true) {
      List<Query> conditions = new ArrayList<>(sealed(list));
      conditions.add(Filters.between("opened_at", Instant.EPOCH, until));
      List<Snapshot> latest = counted(submissions.latest(conditions, LATEST_AT_ONCE));
      Optional<Instant> last =
          latest.stream().filter(Snapshot::isWhole).map(Snapshot::collectedAt).findFirst();
      if (last.isPresent() || latest.size() < LATEST_AT_ONCE) {
        return last;
      }
      until = latest.getLast().collectedAt().minusNanos(1_000);
    }
  }

  /** When the whole snapshots of that list between those times were collected, both included. */
  public NavigableSet<Instant> between(Origin list, Instant from, Instant to) {
    List<Query> conditions = new ArrayList<>(sealed(list));
    conditions.add(Filters.between("opened_at", from, to));
    List<Submission> all = new ArrayList<>();
    submissions.each(where, conditions, all::add);
    NavigableSet<Instant> times = new TreeSet<>();
    counted(all).stream()
        .filter(Snapshot::isWhole)
        .forEach(snapshot -> times.add(snapshot.collectedAt()));
    return times;
  }

  private static List<Query> sealed(Origin list) {
    return List.of(
        OF_A_LIST,
        SEALED,
        Filters.is("provider", list.provider()),
        Filters.is("feed", list.feed()));
  }

  private List<Snapshot> counted(Collection<Submission> all) {
    List<Snapshot> snapshots = new ArrayList<>();
    for (List<Submission> some : portions(List.copyOf(all))) {
      Map<UUID, Sums> each = sums.of(some.stream().map(Submission::receipt).toList(), List.of());
      some.forEach(submission ->
          snapshots.add(
              Snapshot.of(submission, each.getOrDefault(submission.receipt(), Sums.NONE))));
    }
    return snapshots;
  }

  private static <T> List<List<T>> portions(List<T> all) {
    List<List<T>> portions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      portions.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return portions;
  }
}
