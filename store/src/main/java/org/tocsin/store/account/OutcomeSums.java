package org.tocsin.store.account;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tocsin.store.account.Buckets.By;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.search.Filters;

/** Adds up the outcomes of receipts. */
final class OutcomeSums {
  private final Buckets buckets;
  private final String alias;

  OutcomeSums(Cluster cluster, String alias) {
    this.buckets = new Buckets(cluster);
    this.alias = alias;
  }

  /**
   * The sums of each receipt; one without outcomes is missing.
   *
   * @param without ids of outcomes that are left out
   */
  Map<UUID, Sums> of(Collection<UUID> receipts, List<String> without) {
    Map<UUID, Sums> sums = new HashMap<>();
    if (receipts.isEmpty()) {
      return sums;
    }
    List<Query> conditions = new ArrayList<>();
    conditions.add(Filters.isOneOf("receipt", receipts.stream().map(UUID::toString).toList()));
    conditions.addAll(leavingOut(without));
    buckets.each(
        Where.alias(alias),
        conditions,
        List.of(By.value("receipt")),
        Sums.FIELDS,
        bucket -> sums.put(UUID.fromString(bucket.text("receipt")), Sums.of(bucket.sums())));
    return sums;
  }

  static List<Query> leavingOut(List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : List.of(
            Query.of(
                query -> query.bool(not -> not.mustNot(that -> that.ids(any -> any.values(ids))))));
  }
}
