package org.tocsin.store.write;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.IndexedTime;
import org.tocsin.store.index.Layout;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.Window;

/**
 * Knows of which months the undated index holds observations: records that told of the future when
 * they came, and whose month has come since. Their duplicates must not go into the month's index as
 * new. For nearly every month the answer is none, and then costs nothing. Thread-safe.
 */
final class UndatedMonths {
  private final Cluster cluster;
  private final InstantSource clock;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  UndatedMonths(Cluster cluster, InstantSource clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  /**
   * Whether an observation of that month may be in the undated index. Before the month has begun
   * the answer is always yes: another process, whose clock is behind, may be putting one there.
   */
  boolean mayHold(Layout layout, String month) {
    if (month.equals(Names.UNDATED)) {
      return false;
    }
    if (clock.instant().isBefore(Window.beginOf(month))) {
      return true;
    }
    return known.computeIfAbsent(
        layout.observations(month), any -> holds(layout.observations(Names.UNDATED), month));
  }

  private boolean holds(String undated, String month) {
    return cluster.ask(
        "looking for " + month + " in " + undated,
        () -> {
          cluster.client().indices().refresh(request -> request.index(undated));
          return cluster
                  .client()
                  .count(request ->
                      request
                          .index(undated)
                          .terminateAfter(1L)
                          .query(query ->
                              query.range(range ->
                                  range.date(date ->
                                      date.field("observed_at")
                                          .gte(IndexedTime.text(Window.beginOf(month)))
                                          .lt(IndexedTime.text(Window.endOf(month)))))))
                  .count()
              > 0;
        });
  }
}
