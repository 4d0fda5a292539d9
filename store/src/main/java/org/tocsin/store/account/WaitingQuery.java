package org.tocsin.store.account;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.account.Progress;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.report.Lane;
import org.tocsin.store.document.Reach;

/** Finds the submissions of which something waits for triage, by how far they reach in the log. */
final class WaitingQuery {
  private WaitingQuery() {}

  /** One condition for each partition; a submission that waits meets at least one. */
  static List<Query> anyOf(Progresses progress) {
    List<Query> ranges = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      List<Progress> partitions = progress.partitions().getOrDefault(lane, List.of());
      for (int partition = 0; partition < partitions.size(); partition++) {
        long committed = partitions.get(partition).committed();
        ranges.add(reach(Reach.at(lane, partition, committed), Reach.end(lane, partition)));
      }
      ranges.add(
          reach(Reach.at(lane, partitions.size(), 0), Reach.end(lane, Reach.LAST_PARTITION)));
    }
    return ranges;
  }

  private static Query reach(long from, long to) {
    return Query.of(query ->
        query.range(range -> range.longNumber(number -> number.field("reach").gte(from).lte(to))));
  }
}
