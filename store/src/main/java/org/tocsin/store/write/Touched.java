package org.tocsin.store.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.store.cluster.Cluster;

/**
 * The indices that were written to and not yet refreshed. An index also counts where a write met a
 * document that was there: another process may have written it and died before its refresh.
 */
final class Touched {
  private final Cluster cluster;
  private final Set<String> indices = ConcurrentHashMap.newKeySet();
  private final ReentrantLock refreshing = new ReentrantLock();

  Touched(Cluster cluster) {
    this.cluster = cluster;
  }

  /** After the write: a refresh in between would miss it. */
  void add(String index) {
    indices.add(index);
  }

  /**
   * Returns when everything added before the call is visible to searches. The lock makes a caller
   * wait for a refresh under way that has already taken its index off the list.
   */
  void refresh() {
    refreshing.lock();
    try {
      List<String> due = new ArrayList<>(indices);
      due.forEach(indices::remove);
      if (!due.isEmpty()) {
        refresh(due);
      }
    } finally {
      refreshing.unlock();
    }
  }

  private void refresh(List<String> due) {
    boolean done = false;
    try {
      var shards =
          cluster.ask(
              "refreshing",
              () ->
                  cluster
                      .client()
                      .indices()
                      .refresh(request -> request.index(due).ignoreUnavailable(true))
                      .shards());
      if (shards != null && shards.failed().intValue() > 0) {
        throw new StoreUnavailableException(
            "Elasticsearch did not refresh all shards", new IllegalStateException("shards failed"));
      }
      done = true;
    } finally {
      if (!done) {
        indices.addAll(due);
      }
    }
  }
}
