package org.tocsin.store.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.store.WriteResult;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkOperation.Unchanged;
import org.tocsin.store.cluster.BulkResult;
import org.tocsin.store.cluster.Documents.Found;
import org.tocsin.store.cluster.Documents.Key;
import org.tocsin.store.document.Header;
import org.tocsin.store.document.ObjectDocument;
import org.tocsin.store.write.Form.OfVersion;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts whose document is there already: says what each comes to, and rewrites the document where
 * the fact has a stricter level or comes from a newer normaliser. The document keeps its slot.
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

  /** Returns whether some met an index that is gone or held. */
  boolean run(List<Draft> drafts) {
    Map<Key, Found> heads = access.documents().heads(keys(drafts));
    List<Draft> unfinished = new ArrayList<>();
    for (Draft draft : drafts) {
      access.touched().add(draft.key().index());
      Found head = heads.get(draft.key());
      if (head == null) {
        draft.found(false);
      } else if (needsMore(draft, head.source())) {
        unfinished.add(draft);
      } else {
        draft.finish(result(draft, head.source()));
      }
    }
    rewrite(unfinished);
    return moved;
  }

  private static WriteResult result(Draft draft, ObjectNode stored) {
    WriteResult result = draft.resultBeside(Header.read(stored));
    return result == WriteResult.DUPLICATE && draft.form().isOther(stored)
        ? WriteResult.VERSION_CONFLICT
        : result;
  }

  private static boolean needsMore(Draft draft, ObjectNode stored) {
    return result(draft, stored) != WriteResult.VERSION_CONFLICT
        && (isBehind(draft, stored) || wroteItLast(draft, stored));
  }

  private static boolean isBehind(Draft draft, ObjectNode stored) {
    Header header = Header.read(stored);
    return hasOlderContent(draft, header) || header.tlp().compareTo(draft.form().tlp()) < 0;
  }

  private static boolean hasOlderContent(Draft draft, Header stored) {
    return stored.normaliser() < draft.fact().normaliser();
  }

  /** Whether it falls to this fact to see that what follows from the document is written too. */
  private static boolean wroteItLast(Draft draft, ObjectNode stored) {
    return draft.form() instanceof OfVersion
        && draft.slot().toString().equals(stored.path("written_by").asString(""));
  }

  private void rewrite(List<Draft> drafts) {
    Map<Key, Found> wholes = access.documents().wholes(keys(drafts));
    List<Replacement> replacements = new ArrayList<>();
    for (Draft draft : drafts) {
      Found whole = wholes.get(draft.key());
      if (whole == null) {
        draft.found(false);
      } else if (isBehind(draft, whole.source())) {
        replacements.add(replacement(draft, whole));
      } else {
        draft.finish(result(draft, whole.source()));
        follow(draft, whole.source());
      }
    }
    replace(replacements);
  }

  private void follow(Draft draft, ObjectNode stored) {
    if (draft.form() instanceof OfVersion form && wroteItLast(draft, stored)) {
      followers.add(ObjectDocument.read(stored), form.version());
    }
  }

  private void replace(List<Replacement> replacements) {
    List<BulkResult> results =
        access.bulk().write(replacements.stream().map(Replacement::operation).toList());
    for (int i = 0; i < results.size(); i++) {
      Replacement replacement = replacements.get(i);
      Draft draft = replacement.draft();
      access.touched().add(draft.key().index());
      switch (results.get(i)) {
        case DONE -> {
          draft.finish(result(draft, replacement.stored()));
          replacement.follow(followers);
        }
        case REFUSED -> draft.finish(result(draft, replacement.stored())); // what is stored stays
        case CONFLICT -> draft.found(true); // a lost race: read again in the next round
        default -> moved = true;
      }
    }
  }

  private Replacement replacement(Draft draft, Found whole) {
    Header stored = Header.read(whole.source());
    return new Replacement(
        draft,
        whole,
        mode.changed(stored, draft.fact(), draft.form()),
        hasOlderContent(draft, stored));
  }

  private static List<Key> keys(List<Draft> drafts) {
    return drafts.stream().map(Draft::key).toList();
  }

  /** A stored document and what takes its place. */
  private record Replacement(Draft draft, Found whole, Header header, boolean ourContent) {
    ObjectNode stored() {
      return whole.source();
    }

    BulkOperation operation() {
      return new BulkOperation(
          draft.key().index(),
          draft.key().id(),
          new Unchanged(whole.seqNo(), whole.primaryTerm()),
          () -> draft.form().rewritten(stored(), header, draft.slot(), ourContent));
    }

    void follow(Followers followers) {
      if (draft.form() instanceof OfVersion form) {
        followers.add(form.replacing(stored(), header, draft.slot(), ourContent), form.version());
      }
    }
  }
}
