package org.tocsin.store.write;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Origin;
import org.tocsin.store.ListEnds;
import org.tocsin.store.Listing;
import org.tocsin.store.account.Snapshot;
import org.tocsin.store.account.Snapshots;
import org.tocsin.store.cluster.Bulk;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkOperation.Unchanged;
import org.tocsin.store.cluster.BulkResult;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.ObservationDocument;
import org.tocsin.store.index.Layouts;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.write.ListedEntries.Entry;

/** Gives the entries of lists their ends, in one generation. */
public final class ElasticsearchListEnds implements ListEnds {
  /**
   * How far back each look goes beyond the one before: longer than any write takes to become
   * visible.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private final Access access;
  private final Layouts layouts;
  private final Snapshots snapshots;
  private final ListedEntries entries;
  private Map<UUID, Snapshot> done = Map.of();
  private Instant since;

  private ElasticsearchListEnds(
      Access access, Layouts layouts, Snapshots snapshots, Instant since) {
    this.access = access;
    this.layouts = layouts;
    this.snapshots = snapshots;
    this.entries = new ListedEntries(access.cluster());
    this.since = since;
  }

  /**
   * In the generation that is current, whichever that is at the time.
   *
   * @param since how far back the first look goes
   */
  public static ElasticsearchListEnds live(
      Cluster cluster,
      Bulk bulk,
      InstantSource clock,
      Names names,
      Layouts current,
      Instant since) {
    Snapshots snapshots =
        new Snapshots(cluster, names.alias(View.OUTCOMES), names.alias(View.SUBMISSIONS), clock);
    return new ElasticsearchListEnds(Access.to(cluster, bulk, clock), current, snapshots, since);
  }

  /** In a generation that is to replace the one before; the first look goes back to the start. */
  public static ElasticsearchListEnds rebuilding(
      Cluster cluster, Bulk bulk, InstantSource clock, Names names, Layouts next, int generation) {
    Snapshots snapshots =
        new Snapshots(
            cluster,
            names.index(View.OUTCOMES, generation),
            names.index(View.SUBMISSIONS, generation),
            clock);
    return new ElasticsearchListEnds(
        Access.to(cluster, bulk, clock), next, snapshots, Instant.EPOCH);
  }

  @Override
  public synchronized void look() {
    boolean allDone = false;
    try {
      allDone = lookOnce();
    } finally {
      if (!allDone) {
        layouts.lookAgain(); // the indices may have moved
      }
    }
  }

  private boolean lookOnce() {
    Instant begun = access.clock().instant();
    List<Snapshot> touched = snapshots.touchedSince(since);
    Map<UUID, Snapshot> now = new HashMap<>();
    touched.forEach(snapshot -> now.put(snapshot.receipt(), snapshot));
    Map<Origin, List<Snapshot>> due =
        touched.stream()
            .filter(snapshot -> !snapshot.equals(done.get(snapshot.receipt())))
            .collect(Collectors.groupingBy(Snapshot::list));
    boolean allDone = true;
    for (Map.Entry<Origin, List<Snapshot>> list : due.entrySet()) {
      if (!end(list.getKey(), list.getValue())) {
        list.getValue().forEach(snapshot -> now.remove(snapshot.receipt()));
        allDone = false;
      }
    }
    access.touched().refresh();
    done = now;
    if (allDone) {
      since = begun.minus(OVERLAP);
    }
    return allDone;
  }

  /** Whether nobody else changed one of its entries meanwhile. */
  private boolean end(Origin list, Collection<Snapshot> touched) {
    @Nullable Instant last = snapshots.last(list).orElse(null);
    if (last == null) {
      return true;
    }
    List<Instant> times = touched.stream().map(Snapshot::collectedAt).sorted().toList();
    String index = layouts.now().observations(Names.LISTED);
    var question = new ListedEntries.Question(list, last, times.getFirst(), times.getLast());
    boolean undisturbed = true;
    @Nullable NavigableSet<Instant> whole = null;
    List<Entry> page = entries.first(index, question);
    while (!page.isEmpty()) {
      if (whole == null) {
        whole = snapshots.between(list, page.getFirst().listing().lastReported(), last);
      }
      undisturbed &= write(page, whole);
      page = entries.after(index, question, page.getLast());
    }
    return undisturbed;
  }

  private boolean write(List<Entry> page, NavigableSet<Instant> whole) {
    List<BulkOperation> operations = new ArrayList<>();
    for (Entry entry : page) {
      Listing listing = entry.listing();
      Listing ended = listing.ended(whole.higher(listing.lastReported()));
      if (!ended.equals(listing)) {
        operations.add(operation(entry, ended));
      }
    }
    List<BulkResult> results = access.bulk().write(operations);
    operations.forEach(operation -> access.touched().add(operation.index()));
    return results.stream().allMatch(result -> result == BulkResult.DONE);
  }

  private static BulkOperation operation(Entry entry, Listing ended) {
    ObservationDocument document = ObservationDocument.read(entry.source());
    return new BulkOperation(
        entry.index(),
        entry.id(),
        new Unchanged(entry.seqNo(), entry.primaryTerm()),
        document.under(document.header().listed(ended))::json);
  }
}
