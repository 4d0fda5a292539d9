package org.tocsin.store.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.store.WriteResult;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkOperation.Absent;
import org.tocsin.store.cluster.BulkResult;
import org.tocsin.store.cluster.Documents.Found;
import org.tocsin.store.cluster.Documents.Key;
import org.tocsin.store.index.Layout;
import org.tocsin.store.index.Names;
import org.tocsin.store.write.Form.OfObservation;

/**
 * One round of writing facts, each at most once. A document is created under its derived id; only
 * where one is there already it is read, and its slot tells whether this record was written before
 * a crash or is a duplicate. What a round cannot finish (a lost race, an index that moved) stays
 * open for the next one.
 */
final class Round {
  private final Access access;
  private final Layout layout;
  private final Followers followers;
  private final Comparison comparison;
  private boolean moved;

  Round(Access access, Mode mode, Layout layout, Followers followers) {
    this.access = access;
    this.layout = layout;
    this.followers = followers;
    this.comparison = new Comparison(access, mode, followers);
  }

  /**
   * Takes the open drafts as far as it can.
   *
   * @param lookFirst whether to look what is there before writing
   * @return whether some met an index that is gone or held
   */
  boolean run(List<Draft> open, boolean lookFirst) {
    open.forEach(draft -> draft.place(draft.form().index(layout)));
    lookBesideTheMonth(open);
    Map<Key, Found> heads = new HashMap<>();
    if (lookFirst) {
      heads.putAll(heads(open));
      open.forEach(draft -> draft.found(draft.isThere() || heads.containsKey(draft.key())));
    }
    create(absentOnes(open));
    List<Draft> met = open.stream().filter(draft -> draft.isOpen() && draft.isThere()).toList();
    heads.putAll(heads(met.stream().filter(draft -> !heads.containsKey(draft.key())).toList()));
    return comparison.run(met, heads) | moved;
  }

  private Map<Key, Found> heads(List<Draft> drafts) {
    return access.documents().heads(drafts.stream().map(Draft::key).toList());
  }

  /** The undated index may hold what belongs into a month by now; then the document stays there. */
  private void lookBesideTheMonth(List<Draft> open) {
    String undated = layout.observations(Names.UNDATED);
    List<Draft> unsure = open.stream().filter(this::mayBeUndated).toList();
    List<Key> keys = unsure.stream().map(draft -> new Key(undated, draft.form().id())).toList();
    Map<Key, Found> found = access.documents().heads(keys);
    for (Draft draft : unsure) {
      if (found.containsKey(new Key(undated, draft.form().id()))) {
        draft.place(undated);
        draft.found(true);
      }
    }
  }

  private boolean mayBeUndated(Draft draft) {
    return draft.form() instanceof OfObservation form
        && !form.isListed()
        && access.undatedMonths().mayHold(layout, layout.partOf(form.observation().observedAt()));
  }

  /** Of several facts of one id the first is written, so that the order of the call decides. */
  private static List<Draft> absentOnes(List<Draft> open) {
    Set<Key> seen = HashSet.newHashSet(open.size());
    List<Draft> firsts = new ArrayList<>();
    for (Draft draft : open) {
      if (!seen.add(draft.key())) {
        draft.found(true);
      } else if (!draft.isThere()) {
        firsts.add(draft);
      }
    }
    return firsts;
  }

  private void create(List<Draft> drafts) {
    List<BulkResult> results = access.bulk().write(drafts.stream().map(Round::creation).toList());
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      access.touched().add(draft.key().index());
      switch (results.get(i)) {
        case DONE -> {
          draft.finish(draft.resultBeside(draft.header()));
          followers.created(draft);
        }
        case CONFLICT -> draft.found(true);
        case REFUSED -> draft.finish(WriteResult.UNSTORABLE);
        default -> moved = true;
      }
    }
  }

  private static BulkOperation creation(Draft draft) {
    return new BulkOperation(
        draft.key().index(),
        draft.key().id(),
        new Absent(),
        () -> draft.form().document(draft.header(), draft.slot()));
  }
}
