package org.tocsin.model.incident;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.RefusedException;

/**
 * Incidents that turn out to be one. The command is given on the one that goes on; the others stay
 * as they are and are part of it, together with what is part of them. Nothing can be done to a part
 * while it is one, so there are no circles, and what is part of it is known without looking.
 */
final class Merging {
  /** The most incidents that are part of one. */
  static final int MOST_PARTS = 100;

  private Merging() {}

  /** The details of {@code merge}. */
  private record Others(@Nullable List<UUID> incidents) {
    List<UUID> ids() {
      return Told.ids("incidents", incidents, MOST_PARTS);
    }
  }

  static Set<EntityRef> others(Command command) {
    Set<EntityRef> refs = new HashSet<>();
    command.details(Others.class).ids().forEach(id -> refs.add(Incident.ref(id)));
    return refs;
  }

  static List<Entity> merge(Command command, Incident incident, Before before) {
    Revised survivor = Revised.of(incident);
    List<Entity> parts = new ArrayList<>();
    for (UUID id : command.details(Others.class).ids()) {
      Incident part = part(incident, id, before);
      survivor.merge(part);
      parts.add(Revised.of(part).state(IncidentState.MERGED).mergedInto(incident.id()).incident());
    }
    if (survivor.merged() > MOST_PARTS) {
      throw RefusedException.wrongState("incidents: at most " + MOST_PARTS + " can be part of one");
    }
    List<Entity> all = new ArrayList<>();
    all.add(survivor.incident());
    all.addAll(parts);
    return all;
  }

  private static Incident part(Incident incident, UUID id, Before before) {
    if (id.equals(incident.id())) {
      throw RefusedException.invalid("incidents: it cannot be part of itself");
    }
    Incident part = Told.incident("incidents", id, before);
    if (part.state() == IncidentState.MERGED) {
      throw RefusedException.wrongState(
          "incidents: " + part.number() + " is part of another one already");
    }
    return part;
  }

  /** The part stands for itself again, and somebody has seen it. */
  static List<Entity> unmerge(Command command, Incident incident, Before before) {
    UUID id = command.details(Relating.Other.class).id();
    Incident part = Told.incident("incident", id, before);
    if (!incident.id().equals(part.mergedInto())) {
      throw RefusedException.wrongState(
          "incident: " + part.number() + " was not merged into this one");
    }
    return List.of(
        Revised.of(incident).unmerge(part).incident(),
        Revised.of(part).state(IncidentState.ACKNOWLEDGED).mergedInto(null).incident());
  }
}
