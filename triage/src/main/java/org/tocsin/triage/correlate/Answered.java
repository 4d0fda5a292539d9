package org.tocsin.triage.correlate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Answer;
import org.tocsin.model.incident.Answering;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.incident.Touched;
import org.tocsin.model.journal.Command;
import org.tocsin.store.Decisions;

/**
 * What follows from mails to incidents that are there: those that are done with are to be reopened,
 * and those that a subject names are to be linked. Which incidents these are is looked up here,
 * once, and goes into the commands.
 */
final class Answered {
  private final Decisions decisions;
  private final Met met;
  private final BooleanSupplier decided;

  /**
   * Answers that find incidents there.
   *
   * @param met finds exchanges that name the same mails
   * @param decided waits until everything in the journal is decided; false where it waits in vain
   */
  Answered(Decisions decisions, Met met, BooleanSupplier decided) {
    this.decisions = decisions;
    this.met = met;
    this.decided = decided;
  }

  /**
   * The commands that follow.
   *
   * @param there the incidents that were open before the batch
   */
  List<Command> commands(List<Touched> batch, Set<UUID> there) {
    Map<UUID, List<Answer>> answers = answers(batch, there);
    if (answers.isEmpty()) {
      return List.of();
    }
    // An end that was decided before a mail was added must be seen.
    boolean certain = decided.getAsBoolean();
    Map<UUID, Incident> own = incidents(answers.keySet());
    Map<UUID, Incident> wholes = wholes(own.values());
    List<Command> commands = new ArrayList<>();
    answers.forEach((episode, some) -> {
      @Nullable Incident whole = whole(own.get(episode), wholes);
      if (whole != null) {
        reopen(whole, Answer.last(some), certain, commands);
        some.forEach(answer -> link(episode, whole, answer, commands));
        if (there.contains(episode)) {
          meet(episode, whole, some, commands);
        }
      }
    });
    return commands;
  }

  /** The mails of a batch that came in for the first time, by exchange. */
  static Map<UUID, List<Answer>> all(List<Touched> batch) {
    Map<UUID, List<Answer>> answers = new HashMap<>();
    batch.stream()
        .filter(touched -> !touched.answers().isEmpty())
        .forEach(touched -> answers.merge(touched.incident(), touched.answers(), Answer::both));
    return answers;
  }

  private static Map<UUID, List<Answer>> answers(List<Touched> batch, Set<UUID> there) {
    Map<UUID, List<Answer>> answers = new HashMap<>();
    for (Touched touched : batch) {
      boolean matters =
          there.contains(touched.incident())
              || touched.answers().stream().anyMatch(answer -> answer.number() != null);
      if (matters && !touched.answers().isEmpty()) {
        answers.merge(touched.incident(), touched.answers(), Answer::both);
      }
    }
    return answers;
  }

  private Map<UUID, Incident> incidents(Collection<UUID> ids) {
    Map<UUID, Incident> found = new HashMap<>();
    decisions
        .now(ids.stream().map(Incident::ref).toList())
        .forEach(
            (ref, revision) -> found.put(UUID.fromString(ref.id()), revision.as(Incident.class)));
    return found;
  }

  private Map<UUID, Incident> wholes(Collection<Incident> some) {
    Set<UUID> ids = new HashSet<>();
    for (Incident one : some) {
      if (one.mergedInto() != null) {
        ids.add(one.mergedInto());
      }
    }
    return ids.isEmpty() ? Map.of() : incidents(ids);
  }

  /** What an incident is part of in the end. */
  private static @Nullable Incident whole(@Nullable Incident own, Map<UUID, Incident> wholes) {
    return own == null || own.mergedInto() == null ? own : wholes.get(own.mergedInto());
  }

  private static void reopen(
      Incident whole, Answer answer, boolean certain, List<Command> commands) {
    if (!certain || Answering.isAfterTheEnd(whole, answer.added())) {
      commands.add(Answering.reopen(whole.id(), answer));
    }
  }

  /** An answer that came before what it answers is found by that. */
  private void meet(UUID episode, Incident whole, List<Answer> some, List<Command> commands) {
    met.wholes(met.others(episode, some)).stream()
        .filter(other -> !other.equals(whole.id()) && !whole.links().contains(other))
        .forEach(
            other -> commands.add(Answering.meet(episode, whole.id(), other, Answer.last(some))));
  }

  private void link(UUID episode, Incident whole, Answer answer, List<Command> commands) {
    String number = answer.number();
    if (number == null || number.equals(whole.number()) || number.equals(asked(episode))) {
      return;
    }
    decisions
        .incidentOfNumber(number)
        .filter(named -> !named.equals(whole.id()) && !whole.links().contains(named))
        .ifPresent(
            named -> commands.add(Answering.link(episode, whole.id(), named, answer, number)));
  }

  /** The number that was looked up when the incident of the exchange was opened. */
  private @Nullable String asked(UUID episode) {
    return decisions
        .of(Opening.id(episode))
        .map(opened -> opened.made().command().details(Opening.class).asksFor())
        .orElse(null);
  }
}
