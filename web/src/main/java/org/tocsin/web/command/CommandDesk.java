package org.tocsin.web.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Court;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Revision;
import org.tocsin.store.Decisions;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.stream.Journal;
import org.tocsin.stream.StreamUnavailableException;

/**
 * Takes commands: asks first whether they can be carried out as things stand, writes them into the
 * journal, and waits a while for what comes of them. Thread-safe.
 */
public final class CommandDesk {
  private static final Duration FIRST_LOOK = Duration.ofMillis(15);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(120);

  private final Court court;
  private final Decisions decisions;
  private final Journal journal;
  private final InstantSource clock;
  private final Duration patience;

  /**
   * A desk.
   *
   * @param patience how long to wait for what comes of a command
   */
  public CommandDesk(
      Court court, Decisions decisions, Journal journal, InstantSource clock, Duration patience) {
    this.court = court;
    this.decisions = decisions;
    this.journal = journal;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Hands a command in.
   *
   * @return what was carried out; empty where nothing is known yet, but the command is in the
   *     journal. A command id that was used before has its first outcome
   * @throws RefusedException when it cannot be carried out
   * @throws VersionConflictException when the entity has another version than the command expects
   * @throws JournalUnavailableException when Kafka does not acknowledge it in time
   * @throws StoreUnavailableException when Elasticsearch does not answer before the command is in
   *     the journal
   */
  public Optional<Decision> submit(Command command) {
    Optional<Decision> earlier = rehearse(command);
    if (earlier.isPresent()) {
      return earlier;
    }
    append(command);
    return outcome(command).map(this::carriedOut);
  }

  private void append(Command command) {
    try {
      journal.append(command);
    } catch (StreamUnavailableException e) {
      throw new JournalUnavailableException(e);
    }
  }

  /**
   * Sees what would come of a command as things stand, and hands nothing in.
   *
   * @return the outcome of the command where it was given before; empty where it was not, and can
   *     be carried out
   * @throws RefusedException when it cannot be carried out
   * @throws VersionConflictException as {@link #submit}
   * @throws StoreUnavailableException when Elasticsearch does not answer
   */
  public Optional<Decision> rehearse(Command command) {
    Optional<Decision> earlier = ask(() -> decisions.of(command.id()));
    if (earlier.isPresent()) {
      requireSameCommand(earlier.get(), command);
      return Optional.of(carriedOut(outcome(command).orElse(earlier.get())));
    }
    Instant now = clock.instant();
    carriedOut(ask(() -> decide(new Journaled(0, now, now, command))));
    return Optional.empty();
  }

  /**
   * Whether something came of the command of that id already, so that it will be answered so.
   *
   * @throws StoreUnavailableException as {@link #ask}
   */
  public boolean isDecided(UUID command) {
    return ask(() -> decisions.of(command)).isPresent();
  }

  private Decision decide(Journaled made) {
    Map<EntityRef, Revision> now = decisions.now(court.looksAt(made.command()));
    return court.decide(made, ref -> Optional.ofNullable(now.get(ref)));
  }

  private Decision carriedOut(Decision decision) {
    RefusedException.Reason refusal = decision.refusal();
    String reason = String.valueOf(decision.reason());
    switch (decision.verdict()) {
      case APPLIED -> {}
      case REFUSED ->
          throw RefusedException.because(
              refusal == null ? RefusedException.Reason.INVALID : refusal, reason);
      case CONFLICT -> {
        EntityRef entity = decision.made().command().entity();
        Map<EntityRef, Revision> now = decisions.now(List.of(entity));
        throw new VersionConflictException(reason, now.get(entity));
      }
    }
    return decision;
  }

  /** Somebody else's outcome is nobody's business. */
  private static void requireSameCommand(Decision earlier, Command again) {
    Command first = earlier.made().command();
    if (!first.by().name().equals(again.by().name())
        || !first.entity().equals(again.entity())
        || !first.action().equals(again.action())) {
      throw RefusedException.invalid("commandId: it belongs to another command");
    }
  }

  /** A decision is written before what it changes: whoever is answered is to find it changed. */
  private boolean isCarriedOut(Decision decision) {
    return decision
        .revision()
        .map(after -> {
          Revision now = decisions.now(List.of(after.entity())).get(after.entity());
          return now != null && now.version() >= after.version();
        })
        .orElse(true);
  }

  /**
   * What came of a command in the journal, as soon as it is carried out; empty where that takes too
   * long.
   *
   * @throws RefusedException where the id belongs to another command that came at the same time
   */
  private Optional<Decision> outcome(Command command) {
    Optional<Decision> outcome = inTime(() -> look(command));
    outcome.ifPresent(decision -> requireSameCommand(decision, command));
    return outcome;
  }

  /**
   * Asks Elasticsearch something for a command, and not for longer than for its outcome.
   *
   * @throws StoreUnavailableException when there is no answer in time
   */
  public <T> T ask(Supplier<T> question) {
    return inTime(question::get)
        .orElseThrow(
            () -> new StoreUnavailableException("no answer in time", new TimeoutException()));
  }

  /** On a thread of its own, since Elasticsearch may keep one waiting for longer. */
  private <T> Optional<T> inTime(Callable<T> question) {
    FutureTask<T> asking = new FutureTask<>(question);
    Thread.ofVirtual().name("command").start(asking);
    try {
      return Optional.of(asking.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } finally {
      asking.cancel(true);
    }
  }

  private Decision look(Command command) throws InterruptedException {
    Duration pause = FIRST_LOOK;
    while (true) {
      Optional<Decision> decision = known(command);
      if (decision.isPresent()) {
        return decision.get();
      }
      Thread.sleep(pause);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
  }

  /** The command is in the journal: that nobody answers just now is no reason to refuse it. */
  private Optional<Decision> known(Command command) {
    try {
      return decisions.of(command.id()).filter(this::isCarriedOut);
    } catch (StoreUnavailableException e) {
      return Optional.empty();
    }
  }
}
