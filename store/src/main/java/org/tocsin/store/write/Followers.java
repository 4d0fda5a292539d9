package org.tocsin.store.write;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.report.Observation;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkOperation.Condition;
import org.tocsin.store.cluster.BulkOperation.Newer;
import org.tocsin.store.cluster.BulkOperation.NotOlder;
import org.tocsin.store.document.ObjectDocument;
import org.tocsin.store.document.ObservationDocument;
import org.tocsin.store.index.Layout;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.write.Form.OfVersion;

/**
 * What follows from versions of objects that were written: the last version of each object, and
 * what an observed-data is searched by. Both are made from the stored version and ordered by it, so
 * they end the same in whatever order, and however often, they are written. Who wrote a version
 * last is the one to write these.
 */
final class Followers {
  private record Follower(ObjectDocument document, OfVersion form) {}

  private final List<Follower> followers = new ArrayList<>();

  /** After a version was written for the first time. */
  void created(Draft draft) {
    if (draft.form() instanceof OfVersion form) {
      add(ObjectDocument.of(draft.header(), draft.slot(), form.version(), form.incident()), form);
    }
  }

  /** After a version was rewritten, or by who may have died before writing what follows. */
  void add(ObjectDocument document, OfVersion form) {
    followers.add(new Follower(document, form));
  }

  List<BulkOperation> operations(Layout layout) {
    List<BulkOperation> operations = new ArrayList<>();
    for (Follower follower : followers) {
      ObjectDocument document = follower.document();
      Condition condition = condition(document);
      operations.add(
          new BulkOperation(
              layout.index(View.CURRENT), document.currentId(), condition, document::json));
      Observation observation = follower.form().version().observation();
      if (observation != null) {
        operations.add(
            new BulkOperation(
                layout.observations(Names.VERSIONED),
                observation.contentId().toString(),
                condition,
                new ObservationDocument(document.header(), observation, false, document.incident())
                    ::json));
      }
    }
    return operations;
  }

  /** A rewritten version may have the order of the one it replaces (a newer normaliser). */
  private static Condition condition(ObjectDocument document) {
    return document.revision() == 0 ? new Newer(document.order()) : new NotOlder(document.order());
  }
}
