package org.tocsin.model.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.tlp.Tlp;

/** What becomes of mails that people write, and of the numbers in their subjects. */
class JoiningTest {
  private final Desk desk = new Desk();
  private final Episodes episodes =
      new Episodes(() -> new NodeNamespace(new UUID(1, 1)), object -> Optional.empty());

  @Test
  void shouldOpenAnIncidentOfAMailInTheQueueOfReports() {
    Incident incident = opened(opening("Re: Strange things", Tlp.AMBER));

    assertThat(incident.queue()).isEqualTo(Incident.REPORTS);
    assertThat(incident.title()).isEqualTo("Strange things");
    assertThat(incident.type()).isEqualTo(Rsit.UNDETERMINED);
    assertThat(incident.state()).isEqualTo(IncidentState.NEW);
    assertThat(incident.audience()).isEqualTo(Audience.NOBODY);
  }

  @Test
  void shouldBePartOfTheIncidentWhoseNumberItNames() {
    UUID named = desk.made();

    Incident mail = opened(opening("[2026-004211] More", Tlp.AMBER).joining(named));

    assertThat(mail.state()).isEqualTo(IncidentState.MERGED);
    assertThat(mail.mergedInto()).isEqualTo(named);
    assertThat(desk.incident(named).merged()).containsExactly(mail.id());
    assertThat(desk.incident(named).state()).isEqualTo(IncidentState.NEW);
    assertThat(desk.incident(named).audience()).isEqualTo(Audience.NOBODY);
  }

  @Test
  void shouldBeTakenOffAgainByTheTeam() {
    UUID named = desk.made();
    Incident mail = opened(opening("[2026-004211] Forged", Tlp.AMBER).joining(named));

    desk.done(named, "unmerge", "{'incident': '%s'}".formatted(mail.id()));

    assertThat(desk.incident(mail.id()).mergedInto()).isNull();
    assertThat(desk.incident(named).merged()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"RESOLVED", "CLOSED", "DISMISSED"})
  void shouldNotBeOverlookedInAnIncidentThatIsDoneWith(IncidentState state) {
    UUID named = desk.standing(state);

    Incident mail = opened(opening("[2026-004211] Again!", Tlp.AMBER).joining(named));

    assertThat(mail.state()).isEqualTo(IncidentState.NEW);
    assertThat(mail.links()).containsExactly(named);
    assertThat(desk.incident(named).links()).containsExactly(mail.id());
    assertThat(desk.incident(named).state()).isEqualTo(state);
  }

  @Test
  void shouldCloseNoIncidentToThoseItWasMadeKnownTo() {
    UUID named = desk.made();

    Incident mail = opened(opening("[2026-004211] Secret", Tlp.RED).joining(named));

    assertThat(mail.mergedInto()).isNull();
    assertThat(mail.links()).containsExactly(named);
    assertThat(desk.incident(named).merged()).isEmpty();
  }

  @Test
  void shouldStandForItselfWhereThereIsNoIncidentOrItIsPartOfAnother() {
    Incident unknown = opened(opening("[2026-999999] x", Tlp.AMBER).joining(UUID.randomUUID()));
    Incident part =
        opened(opening("[2026-004211] x", Tlp.AMBER).joining(desk.standing(IncidentState.MERGED)));

    assertThat(unknown.state()).isEqualTo(IncidentState.NEW);
    assertThat(part.state()).isEqualTo(IncidentState.NEW);
    assertThat(part.links()).isEmpty();
  }

  @Test
  void shouldBeTitledByWhatWasWrittenFirstInWhateverOrderItComes() {
    Observation first = MailThreadTest.mail(Desk.NOON, "Help", "<a@x>", null, null);
    Observation answer =
        MailThreadTest.mail(Desk.NOON.plusSeconds(60), "Re: Now what", "<b@x>", "<a@x>", null);
    Opening one = Opening.of(episodes.of(first).orElseThrow(), first);
    Opening other = Opening.of(episodes.of(answer).orElseThrow(), answer);

    assertThat(one.episode()).isEqualTo(other.episode());
    assertThat(one.and(other)).isEqualTo(other.and(one));
    assertThat(opened(other.and(one)).title()).isEqualTo("Help");
  }

  @Test
  void shouldComeOutTheSameWhenTheJournalIsReadAgain() {
    UUID named = UUID.randomUUID();
    List<Command> journal =
        List.of(
            opening("[2026-004212] before it is there", Tlp.AMBER).command(),
            new Command(
                UUID.randomUUID(),
                Desk.ANALYST,
                Incident.ref(named),
                null,
                "create",
                EntityJson.MAPPER.createObjectNode().put("title", "Named")),
            opening("[2026-004212] more", Tlp.AMBER).joining(named).command());
    Desk again = new Desk();

    journal.forEach(desk::give);
    journal.forEach(again::give);

    assertThat(again.now).isEqualTo(desk.now);
    assertThat(again.incident(named).merged()).hasSize(1);
  }

  @Test
  void shouldReadCommandsGivenBeforePeoplesMailWasRead() {
    Command command = new Opening(opening("x", Tlp.AMBER).episode(), Tlp.GREEN).command();

    assertThat(command.details().has("written")).isFalse();
    assertThat(EntityJson.read(command.details(), Opening.class).written()).isNull();
  }

  private Opening opening(String subject, Tlp tlp) {
    Observation mail =
        MailThreadTest.mail(Desk.NOON, subject, "<" + UUID.randomUUID() + "@x>", null, null);
    return new Opening(
        episodes.of(mail).orElseThrow(),
        tlp,
        Opening.of(episodes.of(mail).orElseThrow(), mail).written());
  }

  private Incident opened(Opening opening) {
    assertThat(desk.give(opening.command()).reason()).isNull();
    return desk.incident(opening.episode().id());
  }
}
