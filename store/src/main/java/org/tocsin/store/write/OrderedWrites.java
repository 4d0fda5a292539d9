package org.tocsin.store.write;

import java.util.List;
import java.util.function.Function;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkResult;
import org.tocsin.store.cluster.Patience;
import org.tocsin.store.index.Layout;
import org.tocsin.store.index.Layouts;

/**
 * Writes documents that are ordered by themselves: a conflict means that a newer one, or the same
 * one, is there. Follows indices that move.
 */
final class OrderedWrites {
  private final Access access;
  private final Layouts layouts;

  OrderedWrites(Access access, Layouts layouts) {
    this.access = access;
    this.layouts = layouts;
  }

  /**
   * Writes all of them. One that Elasticsearch refuses is logged by then.
   *
   * @param operations what to write where, asked again when indices have moved
   */
  void write(Function<Layout, List<BulkOperation>> operations) {
    Patience patience = patience();
    while (true) {
      List<BulkOperation> all = operations.apply(layouts.now());
      boolean moved = access.bulk().write(all).contains(BulkResult.MOVED);
      all.stream().map(BulkOperation::index).distinct().forEach(access.touched()::add);
      if (!moved) {
        return;
      }
      waitForMove(patience);
    }
  }

  void waitForMove(Patience patience) {
    layouts.lookAgain();
    patience.pause(
        "writing while indices move", new IllegalStateException("an index is gone or held"));
  }

  Patience patience() {
    return new Patience(access.cluster().settings().writePatience());
  }
}
