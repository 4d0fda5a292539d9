package org.tocsin.store.write;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.store.cluster.Patience;
import org.tocsin.store.index.Layouts;

/**
 * Writes incidents. Two write the same document: whoever decides about an incident and whoever
 * counts what is observed of it. Each reads the document, then counts, and then writes over exactly
 * the state it read; who lost a race begins anew. So what is written was counted after everything
 * it takes the place of, and neither can undo what the other did, however late it wakes up.
 */
final class IncidentWrites {
  private final Access access;
  private final Layouts layouts;
  private final FactSums sums;
  private final Moves moves;
  private final OrderedWrites ordered;

  IncidentWrites(Access access, Layouts layouts) {
    this.access = access;
    this.layouts = layouts;
    this.sums = new FactSums(access.cluster());
    this.moves = new Moves(access.cluster());
    this.ordered = new OrderedWrites(access, layouts);
  }

  /** When incidents are counted. */
  enum Counting {
    /** Later, once for all. */
    LATER,
    /**
     * Now, and each is written even where nothing differs: somebody who counted before may still be
     * about to write.
     */
    NOW,
    /** Now, by the only one who writes. */
    ALONE
  }

  /**
   * The last revision of an incident among some decisions.
   *
   * @param first when the first of them became visible, null where the incident was there before
   */
  record Decided(Revision revision, Journaled made, @Nullable Instant first) {
    UUID id() {
      return UUID.fromString(revision.entity().id());
    }

    /** Whether observations were moved into it. */
    boolean holdsMoved() {
      return !revision.state().path("included").isEmpty();
    }
  }

  /**
   * Writes what was decided, counted for these incidents and those they are part of. New ones, and
   * those that observations were moved into, are counted once more when searches see them: whoever
   * counted before that has passed them over.
   */
  void decide(Collection<Decided> decided) {
    Map<UUID, Decided> all = new LinkedHashMap<>();
    decided.forEach(each -> all.put(each.id(), each));
    Set<UUID> again = write(all, all.keySet(), Counting.NOW);
    decided.stream().filter(Decided::holdsMoved).map(Decided::id).forEach(again::add);
    if (!again.isEmpty()) {
      access.touched().refresh();
      count(again);
    }
  }

  /** Writes what was decided into a generation nobody reads yet; it is counted at the end. */
  void decideUncounted(Collection<Decided> decided) {
    Map<UUID, Decided> all = new LinkedHashMap<>();
    decided.forEach(each -> all.put(each.id(), each));
    write(all, all.keySet(), Counting.LATER);
  }

  /** Counts for those incidents and those they are part of. */
  void count(Collection<UUID> incidents) {
    write(Map.of(), incidents, Counting.NOW);
  }

  /** The same where nobody else writes: what has not changed is left alone. */
  void countAlone(Collection<UUID> incidents) {
    write(Map.of(), incidents, Counting.ALONE);
  }

  /** Writes; the incidents that were not there before. */
  private Set<UUID> write(
      Map<UUID, Decided> decided, Collection<UUID> incidents, Counting counting) {
    Set<UUID> made = new LinkedHashSet<>();
    Patience patience = ordered.patience();
    Set<UUID> open = new LinkedHashSet<>(incidents);
    while (!open.isEmpty()) {
      IncidentTurn turn = new IncidentTurn(access, sums, moves, layouts.now(), decided);
      if (counting == Counting.NOW) {
        open.addAll(turn.concernedBy(open));
      }
      boolean moved = turn.write(open, counting);
      made.addAll(turn.made());
      if (moved) {
        ordered.waitForMove(patience);
      } else if (!open.isEmpty()) {
        patience.pause(
            "writing incidents", new IllegalStateException("others write the same ones"));
      }
    }
    return made;
  }
}
