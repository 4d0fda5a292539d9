package org.tocsin.store.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkOperation.Unchanged;
import org.tocsin.store.cluster.BulkResult;
import org.tocsin.store.cluster.Documents.Found;
import org.tocsin.store.cluster.Documents.Key;
import org.tocsin.store.document.Header;
import org.tocsin.store.document.ObjectDocument;
import org.tocsin.store.write.Form.OfVersion;

/**
 * Facts whose document is there already: says what each comes to, and rewrites the document where
 * the fact has a stricter level, comes from a newer normaliser, or is in a later snapshot of a
 * list. The document keeps its slot.
 */
final class Comparison {
  private final Access access;
  private final Mode mode;
  private final Followers followers;
  private boolean moved;

  Comparison(Access access, Mode mode, Followers followers) {
    this.access = access;
    this.mode = mode;
    this.followers = followers;
  }

  /**
   * Compares as far as it can.
   *
   * @param heads the heads of the documents that are there
   * @return whether some met an index that is gone or held
   */
  boolean run(List<Draft> drafts, Map<Key, Found> heads) {
    List<Draft> unsettled = new ArrayList<>();
    for (Draft draft : drafts) {
      access.touched().add(draft.key().index());
      Found head = heads.get(draft.key());
      if (head == null) {
        draft.found(false);
        continue;
      }
      Stored stored = Stored.of(draft, head);
      if (stored.isSettled()) {
        draft.finish(stored.result());
      } else {
        unsettled.add(draft);
      }
    }
    settle(unsettled);
    return moved;
  }

  private void settle(List<Draft> drafts) {
    Map<Key, Found> wholes = access.documents().wholes(drafts.stream().map(Draft::key).toList());
    List<Stored> behind = new ArrayList<>();
    for (Draft draft : drafts) {
      Found whole = wholes.get(draft.key());
      if (whole == null) {
        draft.found(false);
        continue;
      }
      Stored stored = Stored.of(draft, whole);
      if (stored.isBehind()) {
        behind.add(stored);
      } else {
        draft.finish(stored.result());
        follow(stored);
      }
    }
    replace(behind);
  }

  private void follow(Stored stored) {
    if (stored.draft().form() instanceof OfVersion form && stored.wroteItLast()) {
      followers.add(ObjectDocument.read(stored.source()), form);
    }
  }

  private void replace(List<Stored> behind) {
    List<BulkResult> results = access.bulk().write(behind.stream().map(this::replacement).toList());
    for (int i = 0; i < results.size(); i++) {
      Stored stored = behind.get(i);
      Draft draft = stored.draft();
      access.touched().add(draft.key().index());
      switch (results.get(i)) {
        case DONE -> {
          draft.finish(stored.result());
          followReplaced(stored);
        }
        case REFUSED -> draft.finish(stored.result()); // what is stored stays
        case CONFLICT -> draft.found(true); // a lost race: read again in the next round
        default -> moved = true;
      }
    }
  }

  private BulkOperation replacement(Stored stored) {
    Draft draft = stored.draft();
    return new BulkOperation(
        draft.key().index(),
        draft.key().id(),
        new Unchanged(stored.found().seqNo(), stored.found().primaryTerm()),
        () ->
            draft
                .form()
                .rewritten(
                    stored.source(), changed(stored), draft.slot(), stored.hasOlderContent()));
  }

  private void followReplaced(Stored stored) {
    Draft draft = stored.draft();
    if (draft.form() instanceof OfVersion form) {
      followers.add(
          form.replacing(stored.source(), changed(stored), draft.slot(), stored.hasOlderContent()),
          form);
    }
  }

  private Header changed(Stored stored) {
    PlacedFact fact = stored.draft().fact();
    Header header =
        stored.isToBeRevised()
            ? mode.changed(stored.header(), fact, stored.draft().form())
            : stored.header(); // still listed: nothing that readers follow has changed
    return header.reported(fact);
  }
}
