package org.tocsin.triage.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tocsin.model.journal.Court;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.store.DecisionWriter;
import org.tocsin.stream.JournalStep;

/**
 * The step between the journal and the views: decides on each command in the order of the journal,
 * and writes the decision and what it changed. The only writer of decisions. Repeating a batch
 * changes nothing: what was decided before is taken as it was.
 */
public final class Projector implements JournalStep {
  private final Court court;
  private final DecisionWriter writer;

  /** A step that decides by those rules and writes there. */
  public Projector(Court court, DecisionWriter writer) {
    this.court = court;
    this.writer = writer;
  }

  @Override
  public void take(List<Journaled> batch) {
    Map<UUID, Decision> known = writer.of(ids(batch));
    Map<EntityRef, Revision> now = new HashMap<>(writer.now(entities(batch)));
    Map<UUID, Decision> decided = new LinkedHashMap<>();
    for (Journaled made : batch) {
      UUID id = made.command().id();
      Decision before = known.getOrDefault(id, decided.get(id));
      if (before == null) {
        take(court.decide(made, ref -> Optional.ofNullable(now.get(ref))), now, decided);
      } else if (before.made().offset() == made.offset()) {
        take(before, now, decided); // written before a crash
      }
      // Otherwise the command was given again: its first outcome stands.
    }
    writer.write(List.copyOf(decided.values()));
    writer.makeVisible();
  }

  private static void take(
      Decision decision, Map<EntityRef, Revision> now, Map<UUID, Decision> decided) {
    decided.put(decision.made().command().id(), decision);
    for (Revision revision : decision.revisions()) {
      now.merge(
          revision.entity(), revision, (old, next) -> old.version() > next.version() ? old : next);
    }
  }

  private static List<UUID> ids(List<Journaled> batch) {
    return batch.stream().map(made -> made.command().id()).toList();
  }

  private List<EntityRef> entities(List<Journaled> batch) {
    Set<EntityRef> all = new LinkedHashSet<>();
    batch.forEach(made -> all.addAll(court.looksAt(made.command())));
    return new ArrayList<>(all);
  }
}
