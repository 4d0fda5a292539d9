package org.tocsin.triage.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tocsin.model.incident.Answer;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.incident.Touched;
import org.tocsin.model.journal.Command;
import org.tocsin.store.Decisions;
import org.tocsin.store.Exchanges;
import org.tocsin.store.Recount;
import org.tocsin.stream.Journal;

/**
 * The step between what was observed and incidents: has an incident opened for each episode that
 * has none, and counts anew what is observed of the others. Whoever opens an incident counts too,
 * so nothing is waited for, but for mails that people wrote: see {@link Answered}. Repeating a
 * batch changes nothing.
 */
public final class Correlator {
  private static final Comparator<Opening> ORDER =
      Comparator.comparing((Opening opening) -> opening.episode().from())
          .thenComparing(
              opening -> opening.written() == null ? Instant.MIN : opening.written().at());

  private final Decisions decisions;
  private final Journal journal;
  private final Recount recount;
  private final Met met;
  private final BooleanSupplier decided;
  private final Answered answered;
  private final Given given = new Given();

  /**
   * A step that finds incidents there, has them opened by that journal, and counts with that.
   *
   * @param exchanges finds mails that name the same mails
   * @param decided waits until everything in the journal is decided; false where it waits in vain
   */
  public Correlator(
      Decisions decisions,
      Exchanges exchanges,
      Journal journal,
      Recount recount,
      BooleanSupplier decided) {
    this.decisions = decisions;
    this.journal = journal;
    this.recount = recount;
    this.decided = decided;
    this.met = new Met(exchanges, decisions);
    this.answered = new Answered(decisions, met, decided);
  }

  /** Takes a batch; when it returns all that follows from it is written. */
  public void take(List<Touched> batch) {
    Map<UUID, Opening> observed = observed(batch);
    Set<UUID> there = there(observed.keySet());
    open(
        observed.values().stream().filter(each -> !there.contains(each.episode().id())).toList(),
        Answered.all(batch));
    // All of them: one that was opened meanwhile may have been counted before this was observed.
    recount.of(batch.stream().map(Touched::incident).distinct().toList());
    recount.makeVisible();
    give(answered.commands(batch, there));
  }

  private static Map<UUID, Opening> observed(List<Touched> batch) {
    Map<UUID, Opening> distinct = new LinkedHashMap<>();
    for (Touched touched : batch) {
      Opening opening = touched.opening();
      if (opening != null) {
        distinct.merge(touched.incident(), opening, Opening::and);
      }
    }
    return distinct;
  }

  private Set<UUID> there(Collection<UUID> episodes) {
    Set<UUID> there = new HashSet<>();
    decisions
        .now(episodes.stream().map(Incident::ref).toList())
        .keySet()
        .forEach(ref -> there.add(UUID.fromString(ref.id())));
    return there;
  }

  /**
   * Those of a series in the order of time, so that one can go on where the one before was left;
   * mails as they were written.
   */
  private void open(List<Opening> missing, Map<UUID, List<Answer>> answers) {
    Set<UUID> pending = new HashSet<>();
    missing.forEach(each -> pending.add(each.episode().id()));
    Map<UUID, UUID> parts = new HashMap<>();
    List<Command> commands = new ArrayList<>();
    for (Opening opening : missing.stream().sorted(ORDER).toList()) {
      UUID id = opening.episode().id();
      pending.remove(id);
      Opening joined = joined(opening, answers.getOrDefault(id, List.of()), pending, parts);
      if (joined.written() != null && joined.written().joins() != null) {
        parts.put(id, joined.written().joins());
      }
      commands.add(joined.command());
    }
    give(commands);
  }

  private void give(List<Command> all) {
    List<Command> commands =
        all.stream()
            .filter(command -> !given.isRecent(command.id()))
            .filter(command -> decisions.of(command.id()).isEmpty())
            .toList();
    journal.appendAll(commands);
    commands.forEach(command -> given.add(command.id()));
  }

  /**
   * With the incident whose number it names, else with that of an exchange it meets. Which that is
   * goes into the command and so into the journal: it is looked up once, and what there was then
   * holds whenever the journal is read.
   *
   * @param pending those of the batch whose turn comes, which will find this one
   * @param parts what those of the batch are part of that had their turn
   */
  private Opening joined(
      Opening opening, List<Answer> answers, Set<UUID> pending, Map<UUID, UUID> parts) {
    String number = opening.asksFor();
    Optional<UUID> named = number == null ? Optional.empty() : decisions.incidentOfNumber(number);
    return named
        .or(() -> meeting(opening.episode().id(), answers, pending, parts))
        .map(opening::joining)
        .orElse(opening);
  }

  private Optional<UUID> meeting(
      UUID episode, List<Answer> answers, Set<UUID> pending, Map<UUID, UUID> parts) {
    Set<UUID> others = new HashSet<>(met.others(episode, answers));
    others.removeAll(pending);
    if (others.isEmpty()) {
      return Optional.empty();
    }
    List<UUID> there = met.wholes(others);
    if (there.isEmpty() && decided.getAsBoolean()) {
      there = met.wholes(others);
    }
    // Where none is there, it will be when the journal comes to this, or finds this one.
    return Stream.concat(there.stream(), others.stream().sorted(Met.ORDER))
        .findFirst()
        .map(one -> parts.getOrDefault(one, one))
        .filter(one -> !one.equals(episode));
  }
}
