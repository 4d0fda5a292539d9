package org.tocsin.model.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;

/** Where an incident stands, and who works on it. */
final class Progress {
  private static final int MOST_ENDED = 100;

  private Progress() {}

  static Incident acknowledge(Command command, Incident incident) {
    words(command);
    return Revised.of(incident)
        .state(IncidentState.ACKNOWLEDGED)
        .takenBy(command.by().name())
        .incident();
  }

  static Incident investigate(Command command, Incident incident) {
    words(command);
    return Revised.of(incident)
        .state(IncidentState.INVESTIGATING)
        .takenBy(command.by().name())
        .incident();
  }

  static Incident pause(Command command, Incident incident) {
    words(command);
    return Revised.of(incident).state(IncidentState.WAITING).incident();
  }

  static Incident reopen(Command command, Incident incident) {
    words(command);
    return Revised.of(incident).state(IncidentState.ACKNOWLEDGED).ended(null).incident();
  }

  static Incident escalate(Command command, Incident incident) {
    words(command);
    if (incident.escalated()) {
      throw RefusedException.wrongState("the incident is escalated already");
    }
    return Revised.of(incident).escalate().incident();
  }

  /** The details of {@code assign}; nobody where the name is missing. */
  private record Assigned(@Nullable String assignee) {}

  static Incident assign(Command command, Incident incident) {
    @Nullable String assignee = command.details(Assigned.class).assignee();
    return Revised.of(incident)
        .assignee(
            assignee == null || assignee.isBlank()
                ? null
                : Told.line("assignee", assignee, Told.LONGEST_NAME))
        .incident();
  }

  /** The details of {@code classify} and {@code set-severity}. */
  private record Judged(@Nullable String type, @Nullable String severity) {}

  static Incident classify(Command command, Incident incident) {
    return Revised.of(incident).type(Told.type(command.details(Judged.class).type())).incident();
  }

  static Incident severity(Command command, Incident incident) {
    return Revised.of(incident)
        .severity(Told.severity(command.details(Judged.class).severity()))
        .incident();
  }

  /** Words beside a step: {@code reason}, or {@code text}. */
  private record Words(@Nullable String reason, @Nullable String text) {}

  private static void words(Command command) {
    Words words = command.details(Words.class);
    Told.optional("reason", words.reason(), Told.LONGEST_TEXT);
    Told.optional("text", words.text(), Told.LONGEST_TEXT);
  }

  /**
   * The details of the actions that end an incident: incidents of the episodes before, which end
   * with it where they are still open.
   */
  private record Also(@Nullable List<UUID> also) {
    List<UUID> ids() {
      return Told.someIds("also", also, MOST_ENDED);
    }
  }

  /** What ends with it. */
  static Set<EntityRef> predecessors(Command command) {
    Set<EntityRef> refs = new HashSet<>();
    command.details(Also.class).ids().forEach(id -> refs.add(Incident.ref(id)));
    return refs;
  }

  static List<Entity> end(Journaled made, Incident incident, IncidentState state, Before before) {
    Command command = made.command();
    words(command);
    if (state == IncidentState.DISMISSED) {
      Told.text("reason", command.details(Words.class).reason(), Told.LONGEST_TEXT);
    }
    List<Entity> ended = new ArrayList<>();
    ended.add(ended(incident, state, made));
    series(incident, command, before).stream()
        .filter(predecessor -> predecessor.state().isOpen())
        .forEach(predecessor -> ended.add(ended(predecessor, state, made)));
    return ended;
  }

  private static Incident ended(Incident incident, IncidentState state, Journaled made) {
    return Revised.of(incident).state(state).ended(made.added()).incident();
  }

  /**
   * Those named, back from the incident; refuses one that does not come before it in its series.
   */
  private static List<Incident> series(Incident incident, Command command, Before before) {
    Map<UUID, Incident> named = new HashMap<>();
    command
        .details(Also.class)
        .ids()
        .forEach(id -> named.put(id, Told.incident("also", id, before)));
    List<Incident> series = new ArrayList<>();
    @Nullable Incident next = previous(incident, named);
    while (next != null) {
      series.add(next);
      next = previous(next, named);
    }
    if (!named.isEmpty()) {
      throw RefusedException.invalid(
          "also: " + named.values().iterator().next().number() + " is none this one continues");
    }
    return series;
  }

  private static @Nullable Incident previous(Incident incident, Map<UUID, Incident> named) {
    @Nullable Episode episode = incident.episode();
    return episode == null ? null : named.remove(episode.previous());
  }
}
