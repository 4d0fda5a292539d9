package org.tocsin.web.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Role;
import org.tocsin.store.DecisionQuery;
import org.tocsin.store.Decisions;
import org.tocsin.store.Page;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.stream.Journal;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Note;

class CommandDeskTest {
  private static final Actor ALMA = new Actor("alma", Set.of(Role.ANALYST), null);
  private static final Actor BRUNO = new Actor("bruno", Set.of(Role.ANALYST), null);

  private final Judged judged = new Judged();
  private final CommandDesk desk =
      new CommandDesk(
          judged.court(),
          judged.decisions(),
          judged.journal(),
          InstantSource.system(),
          Duration.ofMillis(50));

  @Test
  void shouldAnswerWithWhatWasCarriedOut() {
    Decision done = desk.submit(write(1, ALMA, 0L, "first")).orElseThrow();

    assertThat(done.revision().orElseThrow().version()).isEqualTo(1);
    assertThat(done.revision().orElseThrow().as(Note.class).text()).isEqualTo("first");
  }

  @Test
  void shouldWriteACommandGivenTwiceOnce() {
    Optional<Decision> first = desk.submit(write(1, ALMA, 0L, "first"));
    desk.submit(write(2, BRUNO, 1L, "second"));

    assertThat(desk.submit(write(1, ALMA, 0L, "first"))).isEqualTo(first);
    assertThat(judged.decided).hasSize(2);
  }

  @Test
  void shouldAnswerACommandGivenAgainOnlyOnceWhatItChangedIsThere() {
    desk.submit(write(1, ALMA, 0L, "first"));
    Late late = new Late(judged.decisions());
    CommandDesk patient =
        new CommandDesk(
            judged.court(), late, judged.journal(), InstantSource.system(), Duration.ofSeconds(10));

    assertThat(patient.submit(write(1, ALMA, 0L, "first"))).isPresent();

    assertThat(late.looks).hasValue(3);
  }

  /** Knows every decision at once, and what it changed only at the third look. */
  private record Late(Decisions decisions, AtomicInteger looks) implements Decisions {
    Late(Decisions decisions) {
      this(decisions, new AtomicInteger());
    }

    @Override
    public Optional<Decision> of(UUID command) {
      return decisions.of(command);
    }

    @Override
    public Map<EntityRef, Revision> now(Collection<EntityRef> entities) {
      return looks.incrementAndGet() < 3 ? Map.of() : decisions.now(entities);
    }

    @Override
    public Optional<UUID> incidentOfNumber(String number) {
      return decisions.incidentOfNumber(number);
    }

    @Override
    public Page<Decision> search(DecisionQuery query, Instant horizon) {
      return decisions.search(query, horizon);
    }
  }

  @Test
  @Timeout(20)
  void shouldAnswerInTimeWhereElasticsearchHangsOnceTheJournalHasTheCommand() {
    Stuck stuck = new Stuck(judged, true);

    assertThat(stuck.desk().submit(write(1, ALMA, 0L, "first"))).isEmpty();

    assertThat(judged.decided).hasSize(1);
  }

  @Test
  @Timeout(20)
  void shouldNotWaitLongForElasticsearchBeforeTheJournalHasTheCommand() {
    desk.submit(write(1, ALMA, 0L, "first"));
    Stuck stuck = new Stuck(judged, true);

    assertThatThrownBy(() -> stuck.desk().submit(write(2, ALMA, 1L, "second")))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(judged.decided).hasSize(1);
  }

  @Test
  void shouldNotTellOfTwoCommandsGivenOneIdAtTheSameTimeThatBothWereCarriedOut() {
    Command first = write(1, ALMA, 0L, "first");
    Journal overtaken =
        command -> {
          judged.journal().append(first);
          return judged.journal().append(command);
        };
    CommandDesk slower =
        new CommandDesk(
            judged.court(),
            judged.decisions(),
            overtaken,
            InstantSource.system(),
            Duration.ofSeconds(10));

    assertThatThrownBy(() -> slower.submit(write(1, BRUNO, 0L, "second")))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("commandId:");
  }

  @Test
  void shouldNotRefuseWhatTheJournalHasBecauseElasticsearchIsAway() {
    Stuck stuck = new Stuck(judged, false);

    assertThat(stuck.desk().submit(write(1, ALMA, 0L, "first"))).isEmpty();

    assertThat(judged.decided).hasSize(1);
  }

  /** Tells how things stood, and nothing any more once something was decided. */
  private record Stuck(Judged judged, boolean hangs) implements Decisions {
    CommandDesk desk() {
      return new CommandDesk(
          judged.court(), this, judged.journal(), InstantSource.system(), Duration.ofMillis(50));
    }

    @Override
    public Optional<Decision> of(UUID command) {
      if (judged.decided.isEmpty()) {
        return Optional.empty();
      }
      if (hangs) {
        awaitInterruption();
      }
      throw new StoreUnavailableException("stuck", new IOException());
    }

    private static void awaitInterruption() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public Optional<UUID> incidentOfNumber(String number) {
      return judged.decisions().incidentOfNumber(number);
    }

    @Override
    public Map<EntityRef, Revision> now(Collection<EntityRef> entities) {
      return judged.decisions().now(entities);
    }

    @Override
    public Page<Decision> search(DecisionQuery query, Instant horizon) {
      return judged.decisions().search(query, horizon);
    }
  }

  @Test
  void shouldNotTellTheOutcomeOfSomebodyElsesCommand() {
    desk.submit(write(1, ALMA, 0L, "first"));

    assertThatThrownBy(() -> desk.submit(write(1, BRUNO, 0L, "first")))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("commandId:");
  }

  @ParameterizedTest
  @CsvSource({
    "burn, WRONG_STATE",
    "guess, NOT_FOUND",
    "sign, FORBIDDEN",
    "shred, INVALID",
  })
  void shouldRefuseBeforeAnythingIsJournalled(String action, RefusedException.Reason reason) {
    Command command = Note.command(Made.id(1), action, ALMA, null, "x");

    assertThatThrownBy(() -> desk.submit(command))
        .asInstanceOf(type(RefusedException.class))
        .extracting(RefusedException::reason)
        .isEqualTo(reason);
    assertThat(judged.decided).isEmpty();
  }

  @Test
  void shouldShowHowThingsStandToWhoeverLookedTooEarly() {
    desk.submit(write(1, ALMA, 0L, "first"));

    assertThatThrownBy(() -> desk.submit(write(2, BRUNO, 0L, "mine")))
        .asInstanceOf(type(VersionConflictException.class))
        .satisfies(conflict ->
            assertThat(conflict.current().orElseThrow().as(Note.class).text()).isEqualTo("first"));
    assertThat(judged.decided).hasSize(1);
  }

  @Test
  void shouldTellTheOneWhoLostARace() {
    judged.stopped = true;
    assertThat(desk.submit(write(1, ALMA, 0L, "first"))).isEmpty();
    assertThat(desk.submit(write(2, BRUNO, 0L, "second"))).isEmpty();
    judged.resume();

    assertThatThrownBy(() -> desk.submit(write(2, BRUNO, 0L, "second")))
        .isInstanceOf(VersionConflictException.class);
  }

  @Test
  void shouldAnswerWithoutAnOutcomeWhereNoneComesInTime() {
    judged.stopped = true;

    assertThat(desk.submit(write(1, ALMA, 0L, "first"))).isEmpty();
    assertThat(judged.waiting).hasSize(1);
  }

  @Test
  void shouldSayWhenTheJournalIsAway() {
    judged.away = true;

    assertThatThrownBy(() -> desk.submit(write(1, ALMA, 0L, "first")))
        .isInstanceOf(JournalUnavailableException.class)
        .hasMessageContaining("same commandId");
  }

  private static Command write(int id, Actor who, Long expectedVersion, String text) {
    return Note.command(Made.id(id), "write", who, expectedVersion, text);
  }
}
