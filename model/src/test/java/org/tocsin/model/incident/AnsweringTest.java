package org.tocsin.model.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;

/** What becomes of incidents that are there when a mail answers to them. */
class AnsweringTest {
  private static final Instant AFTER = Desk.NOON.plusSeconds(1);

  private final Desk desk = new Desk();

  @ParameterizedTest
  @EnumSource(names = {"RESOLVED", "CLOSED"})
  void shouldStandAsNewAgainWhereItWasDoneWith(IncidentState state) {
    UUID incident = desk.standing(state);
    desk.act(incident, "comment", "{'text': 'Done.'}");

    assertApplied(desk.give(Answering.reopen(incident, mail(1, AFTER))));

    assertThat(desk.incident(incident).state()).isEqualTo(IncidentState.NEW);
    assertThat(desk.incident(incident).ended()).isNull();
  }

  @Test
  void shouldStayWithWhoeverWorkedOnIt() {
    UUID incident = desk.made();
    desk.done(incident, "assign", "{'assignee': 'alma'}");
    desk.done(incident, "close", "{}");

    desk.give(Answering.reopen(incident, mail(1, AFTER)));

    assertThat(desk.incident(incident).assignee()).isEqualTo("alma");
  }

  @Test
  void shouldNotBeReopenedByAMailThatWasThereWhenItWasEnded() {
    UUID incident = desk.standing(IncidentState.CLOSED);
    assertThat(desk.incident(incident).ended()).isEqualTo(Desk.NOON);

    assertRefused(desk.give(Answering.reopen(incident, mail(1, Desk.NOON))));

    assertThat(desk.incident(incident).state()).isEqualTo(IncidentState.CLOSED);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RESOLVED", "CLOSED"})
  void shouldBeAsItWasWhereItIsOpenOrDismissedOrPartOfAnother(IncidentState state) {
    UUID incident = desk.standing(state);

    assertRefused(desk.give(Answering.reopen(incident, mail(1, AFTER))));

    assertThat(desk.incident(incident).state()).isEqualTo(state);
  }

  @Test
  void shouldBeReopenedWhereItsEndWasDecidedBeforeTimesOfThatWereKept() {
    UUID incident = desk.standing(IncidentState.CLOSED);
    desk.now.computeIfPresent(
        Incident.ref(incident),
        (ref, revision) -> {
          revision.state().remove("ended");
          return revision;
        });

    assertApplied(desk.give(Answering.reopen(incident, mail(1, AFTER))));
  }

  @Test
  void shouldGiveTheSameCommandForTheSameMailAndAnotherForAnother() {
    UUID incident = UUID.randomUUID();

    assertThat(Answering.reopen(incident, mail(1, AFTER)))
        .isEqualTo(Answering.reopen(incident, mail(1, AFTER)));
    assertThat(Answering.reopen(incident, mail(1, AFTER)).id())
        .isNotEqualTo(Answering.reopen(incident, mail(2, AFTER)).id())
        .isNotEqualTo(Answering.reopen(UUID.randomUUID(), mail(1, AFTER)).id());
  }

  @Test
  void shouldAskOnceInAnExchangeForTheSameNumber() {
    UUID episode = UUID.randomUUID();
    UUID named = UUID.randomUUID();

    assertThat(Answering.link(episode, episode, named, mail(1, AFTER), "2026-004211").id())
        .isEqualTo(Answering.link(episode, named, episode, mail(2, AFTER), "2026-004211").id())
        .isNotEqualTo(Answering.link(episode, episode, named, mail(1, AFTER), "2026-004212").id());
  }

  @Test
  void shouldLinkWhatASubjectNames() {
    UUID incident = desk.made();
    UUID named = desk.standing(IncidentState.CLOSED);

    assertApplied(desk.give(Answering.link(incident, incident, named, mail(1, AFTER), "x")));

    assertThat(desk.incident(incident).links()).containsExactly(named);
    assertThat(desk.incident(named).links()).containsExactly(incident);
    assertThat(desk.incident(named).state()).isEqualTo(IncidentState.CLOSED);
  }

  @Test
  void shouldDoNothingElseForTheCorrelator() {
    UUID incident = desk.made();
    Command reopen = Answering.reopen(incident, mail(1, AFTER));

    for (String action : List.of("close", "dismiss", "merge", "comment", "notify", "create")) {
      Command other =
          new Command(
              UUID.randomUUID(),
              Opening.CORRELATOR,
              reopen.entity(),
              null,
              action,
              EntityJson.MAPPER.createObjectNode());
      assertRefused(desk.give(other));
    }
    assertThat(desk.incident(incident).state()).isEqualTo(IncidentState.NEW);
  }

  @Test
  void shouldKeepTheLastMailForEachNumberAndTheLastOfAll() {
    List<Answer> all = List.of();
    for (int i = 100; i > 0; i--) {
      String number = "2026-" + (100_000 + i / 2);
      all = Answer.both(all, List.of(new Answer(new UUID(0, i), AFTER.plusSeconds(i), number)));
    }

    assertThat(Answer.last(all).observation()).isEqualTo(new UUID(0, 100));
    assertThat(all).hasSizeLessThan(50).extracting(Answer::number).doesNotHaveDuplicates();
    assertThat(Answer.both(all, all)).isEqualTo(all);
    assertThat(Answer.both(List.of(mail(1, AFTER)), List.of(mail(2, Desk.NOON))))
        .containsExactly(mail(1, AFTER));
  }

  @Test
  void shouldForgetNoMailThatAnAnswerNamesWhichALaterOneStandsFor() {
    Answer early = new Answer(new UUID(0, 1), AFTER, null, List.of("a@x", "b@x"));
    Answer late = new Answer(new UUID(0, 2), AFTER.plusSeconds(1), null, List.of("b@x", "c@x"));

    assertThat(Answer.both(List.of(early), List.of(late)))
        .containsExactly(
            new Answer(new UUID(0, 2), AFTER.plusSeconds(1), null, List.of("a@x", "b@x", "c@x")));
    assertThat(Answer.both(List.of(late), List.of(early)))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.observation()).isEqualTo(new UUID(0, 2));
          assertThat(one.mails()).containsExactly("b@x", "c@x", "a@x");
        });
  }

  private static Answer mail(int id, Instant added) {
    return new Answer(new UUID(0, id), added, null);
  }

  private static void assertApplied(Decision decision) {
    assertThat(decision.reason()).isNull();
  }

  private static void assertRefused(Decision decision) {
    assertThat(decision.verdict()).isEqualTo(Decision.Verdict.REFUSED);
  }
}
