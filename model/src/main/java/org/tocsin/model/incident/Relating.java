package org.tocsin.model.incident;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.RefusedException;

/** Incidents that have to do with each other: each is a link of the other. */
final class Relating {
  /** The most links an incident has. */
  static final int MOST_LINKS = 200;

  private Relating() {}

  /** The details of {@code link} and {@code unlink}, and of {@code unmerge}. */
  record Other(@Nullable UUID incident) {
    UUID id() {
      return Told.id("incident", incident);
    }
  }

  static Set<EntityRef> other(Command command) {
    return Set.of(Incident.ref(command.details(Other.class).id()));
  }

  static List<Entity> link(Command command, Incident incident, Before before) {
    UUID id = command.details(Other.class).id();
    if (id.equals(incident.id())) {
      throw RefusedException.invalid("incident: it is this one itself");
    }
    Incident other = Told.incident("incident", id, before);
    if (incident.links().contains(id)) {
      throw RefusedException.wrongState("incident: the two are linked already");
    }
    if (other.state() == IncidentState.MERGED) {
      throw RefusedException.wrongState("incident: " + other.number() + " is part of another one");
    }
    requireRoom(incident);
    requireRoom(other);
    return List.of(
        Revised.of(incident).link(id).incident(), Revised.of(other).link(incident.id()).incident());
  }

  static List<Entity> unlink(Command command, Incident incident, Before before) {
    UUID id = command.details(Other.class).id();
    if (!incident.links().contains(id)) {
      throw RefusedException.wrongState("incident: the two are not linked");
    }
    Incident other = Told.incident("incident", id, before);
    return List.of(
        Revised.of(incident).unlink(id).incident(),
        Revised.of(other).unlink(incident.id()).incident());
  }

  static void requireRoom(Incident incident) {
    if (incident.links().size() >= MOST_LINKS) {
      throw RefusedException.wrongState(
          "incident: " + incident.number() + " has " + MOST_LINKS + " links already");
    }
  }
}
