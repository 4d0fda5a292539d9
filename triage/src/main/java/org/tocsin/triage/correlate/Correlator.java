package org.tocsin.triage.correlate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.incident.Touched;
import org.tocsin.model.journal.Command;
import org.tocsin.store.Decisions;
import org.tocsin.store.Recount;
import org.tocsin.stream.Journal;

/**
 * The step between what was observed and incidents: has an incident opened for each episode that
 * has none, and counts anew what is observed of the others. Whoever opens an incident counts too,
 * so nothing is waited for, but for mails that people wrote: see {@link Answered}. Repeating a
 * batch changes nothing.
 */
public final class Correlator {
  private final Decisions decisions;
  private final Journal journal;
  private final Recount recount;
  private final Answered answered;
  private final Given given = new Given();

  /**
   * A step that finds incidents there, has them opened by that journal, and counts with that.
   *
   * @param decided waits until everything in the journal is decided; false where it waits in vain
   */
  public Correlator(
      Decisions decisions, Journal journal, Recount recount, BooleanSupplier decided) {
    this.decisions = decisions;
    this.journal = journal;
    this.recount = recount;
    this.answered = new Answered(decisions, decided);
  }

  /** Takes a batch; when it returns all that follows from it is written. */
  public void take(List<Touched> batch) {
    Map<UUID, Opening> observed = observed(batch);
    Set<UUID> there = there(observed.keySet());
    open(observed.values().stream().filter(each -> !there.contains(each.episode().id())).toList());
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
   * Those of a series in the order of time, so that one can go on where the one before was left.
   */
  private void open(List<Opening> missing) {
    give(
        missing.stream()
            .sorted(Comparator.comparing((Opening opening) -> opening.episode().from()))
            .map(this::joined)
            .map(Opening::command)
            .toList());
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
   * With the incident whose number it names. Which that is goes into the command and so into the
   * journal: it is looked up once, and what there was then holds whenever the journal is read.
   */
  private Opening joined(Opening opening) {
    String number = opening.asksFor();
    return number == null
        ? opening
        : decisions.incidentOfNumber(number).map(opening::joining).orElse(opening);
  }
}
