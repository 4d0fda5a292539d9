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
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Audience;

/**
 * Moves observations out of an incident into a new one. They are taken out of the incident and of
 * each that is part of it, since which of them has one is not known here.
 */
final class Splitting {
  private static final int MOST_OBSERVATIONS = 1_000;
  private static final int MOST_EXCLUDED = 10_000;

  /** The most observations times incidents that one command writes down. */
  private static final int MOST_WRITTEN = 20_000;

  private Splitting() {}

  /**
   * The details of {@code split}.
   *
   * @param observations content ids
   * @param title of the new incident; that of the old one where it is missing
   * @param into id of the new incident
   * @param parts the incidents that are part of the old one, as whoever gives the command saw them
   */
  private record Moved(
      @Nullable List<UUID> observations,
      @Nullable String title,
      @Nullable UUID into,
      @Nullable List<UUID> parts) {

    List<UUID> ids() {
      return Told.ids("observations", observations, MOST_OBSERVATIONS);
    }

    UUID target() {
      return Told.id("into", into);
    }

    List<UUID> theParts() {
      return Told.someIds("parts", parts, Merging.MOST_PARTS);
    }
  }

  static Set<EntityRef> touched(Command command) {
    Moved moved = command.details(Moved.class);
    Set<EntityRef> refs = new HashSet<>();
    refs.add(Incident.ref(moved.target()));
    moved.theParts().forEach(part -> refs.add(Incident.ref(part)));
    return refs;
  }

  static List<Entity> split(Journaled made, Incident incident, Before before) {
    Moved moved = made.command().details(Moved.class);
    List<UUID> ids = moved.ids();
    if (before.find(Incident.ref(moved.target()), Incident.class).isPresent()) {
      throw RefusedException.wrongState("into: that incident is there already");
    }
    if (!Set.copyOf(moved.theParts()).equals(Set.copyOf(incident.merged()))) {
      throw RefusedException.wrongState("parts: other incidents are part of this one by now");
    }
    if (ids.size() * (1 + incident.merged().size()) > MOST_WRITTEN) {
      throw RefusedException.invalid(
          "observations: too many for an incident of so many parts; move fewer at once");
    }
    Relating.requireRoom(incident);
    List<Incident> parts =
        moved.theParts().stream().map(part -> Told.incident("parts", part, before)).toList();
    requireStillThere(ids, incident, parts);
    List<Entity> all = new ArrayList<>();
    all.add(Revised.of(without(incident, ids)).link(moved.target()).incident());
    all.add(apart(made, moved, incident));
    parts.forEach(part -> all.add(without(part, ids)));
    return all;
  }

  /** What was moved out is elsewhere, unless an incident it was moved into is a part by now. */
  private static void requireStillThere(List<UUID> ids, Incident incident, List<Incident> parts) {
    for (UUID id : ids) {
      boolean back =
          parts.stream()
              .anyMatch(part -> part.included().contains(id) && !part.excluded().contains(id));
      if (incident.excluded().contains(id) && !back) {
        throw RefusedException.wrongState("observations: " + id + " was moved out of it already");
      }
    }
  }

  private static Incident without(Incident incident, List<UUID> ids) {
    Revised revised = Revised.of(incident).exclude(ids);
    if (revised.excluded() > MOST_EXCLUDED) {
      throw RefusedException.wrongState(
          "observations: at most " + MOST_EXCLUDED + " can be moved out of " + incident.number());
    }
    return revised.incident();
  }

  /** What all of the old one had in common holds of a part of it too, unless others were merged. */
  private static Incident apart(Journaled made, Moved moved, Incident incident) {
    @Nullable String title = moved.title();
    return new Incident(
        moved.target(),
        Number.of(made),
        null,
        incident.queue(),
        title == null || title.isBlank()
            ? incident.title()
            : Told.line("title", title, Told.LONGEST_TITLE),
        null,
        incident.type(),
        incident.merged().isEmpty() ? incident.network() : Network.NONE,
        incident.severity(),
        IncidentState.ACKNOWLEDGED,
        false,
        incident.assignee(),
        incident.tlp(),
        made.command().by().name(),
        Audience.NOBODY,
        List.of(),
        Set.of(incident.id()),
        List.of(),
        null,
        Set.copyOf(moved.ids()),
        Set.of());
  }
}
