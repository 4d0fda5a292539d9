package org.tocsin.store.write;

import java.time.InstantSource;
import org.tocsin.store.cluster.Bulk;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.cluster.Documents;

/** What every step of writing works with. */
record Access(
    Cluster cluster,
    Bulk bulk,
    Documents documents,
    UndatedMonths undatedMonths,
    Touched touched,
    InstantSource clock) {

  static Access to(Cluster cluster, Bulk bulk, InstantSource clock) {
    return new Access(
        cluster,
        bulk,
        new Documents(cluster),
        new UndatedMonths(cluster, clock),
        new Touched(cluster),
        clock);
  }
}
