package org.tocsin.model.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ObjectNode;

class MailThreadTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Episodes episodes =
      new Episodes(() -> new NodeNamespace(new UUID(1, 1)), object -> Optional.of("example.net"));

  @Test
  void shouldMakeOneEpisodeOfAMailAndAllThatAnswerIt() {
    UUID first = id(mail("Help", "<a@x>", null, null));

    assertThat(id(mail("Re: Help", "<b@y>", "<a@x>", "<a@x>"))).isEqualTo(first);
    assertThat(id(mail("Re: Help", "<b@y>", "<a@x>", null))).isEqualTo(first);
    assertThat(id(mail("Re: Help", "<c@x>", "<b@y>", "<a@x> <b@y>"))).isEqualTo(first);
    assertThat(id(mail("Help", "a@x", null, null))).isEqualTo(first);
    assertThat(id(mail("Help", "<d@x>", null, null))).isNotEqualTo(first);
  }

  @Test
  void shouldMakeOneEpisodeHoweverLongItGoesOnAndWhateverItNames() {
    Episode episode = episodes.of(mail("Help", "<a@x>", null, null)).orElseThrow();
    Episode later =
        episodes
            .of(mail(NOON.plusSeconds(90_000_000), "Re: Help", "<b@x>", "<a@x>", null))
            .orElseThrow();

    assertThat(later).isEqualTo(episode);
    assertThat(episode.network()).isEqualTo(Network.NONE);
    assertThat(episode.isSpan()).isFalse();
    assertThat(episode.previous()).isNotEqualTo(episode.id());
  }

  @Test
  void shouldMakeAnEpisodeOfItsOwnOfEachMailWithoutAnId() {
    assertThat(id(mail("Help", null, null, null))).isNotEqualTo(id(mail("Help", null, null, null)));
    assertThat(id(mail("Help", null, "no id", "<> < >")))
        .isNotEqualTo(id(mail("Help", null, "no id", "<> < >")));
  }

  @Test
  void shouldNameTheMailsThatTellWhereItBelongs() {
    assertThat(MailThread.mailsOf(mail("Re: Help", "<c@x>", "<b@y>", "<o@z> <a@x> <b@y>")))
        .containsExactly("c@x", "b@y", "a@x", "o@z");
    assertThat(MailThread.mailsOf(mail("Re: Help", "c@x", "<b@y>", null)))
        .containsExactly("c@x", "b@y");
    assertThat(MailThread.mailsOf(mail("Help", null, null, null))).isEmpty();
    assertThat(MailThread.mailsOf(mail("Help", "<a@x>", null, "<i@x>".repeat(90)))).hasSize(2);
    assertThat(MailThread.mailsOf(as(mail("Help", "<a@x>", null, null), null, "mail"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Help                        | Help
          Re: Help                    | Help
          AW: Re[2]: WG: Help         | Help
          Fwd:RE : Help               | Help
          Regarding: Help             | Regarding: Help
          Re:                         | A mail without a subject
          [2026-004211] Help          | [2026-004211] Help
          """)
  void shouldBeTitledByItsSubjectWithoutWhatProgramsPutBefore(String subject, String title) {
    assertThat(thread(subject).subject()).isEqualTo(title);
  }

  @Test
  void shouldHaveATitleOfOneShortLine() {
    assertThat(thread("a\r\nb\u202ec" + "x".repeat(900)).subject())
        .startsWith("a b c")
        .hasSize(Told.LONGEST_TITLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2026-004211] Help",
        "Re: Help [#2026-004211]",
        "AW: [2026-004211][2026-000001]",
        "Re: 2026-004211",
        "Re: #2026-004211",
        "AW: WG: 2026-004211: Help",
        "Incident 2026-004211",
        "Re: Help, incident no. 2026-004211",
        "Help #2026-004211",
        "[Tocsin 2026-004211] Help",
        "RE: [Tocsin #2026-004211] Help",
        "Help (2026-004211)",
        "Fwd: [ 2026-004211 ] Help",
        "Vorfall Nr. 2026-004211"
      })
  void shouldFindTheNumberThatIsNamedAsOne(String subject) {
    assertThat(thread(subject).number()).isEqualTo("2026-004211");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-004211", "[2026-0042]", "[CVE-2026-004211]", "[20264-004211]", ""})
  void shouldTakeNothingElseForANumber(String subject) {
    assertThat(thread(subject).number()).isNull();
  }

  @Test
  void shouldLeaveAloneWhatNobodyWrote() {
    Observation mail = mail("Help", "<a@x>", null, null);

    assertThat(MailThread.of(as(mail, Rsit.SPAM, "mail"))).isEmpty();
    assertThat(MailThread.of(as(mail, Rsit.UNDETERMINED, "abuse"))).isEmpty();
    assertThat(MailThread.of(as(mail, null, "mail"))).isEmpty();
    assertThat(episodes.of(as(mail, null, "mail"))).isEmpty();
  }

  private static Observation as(Observation mail, Rsit type, String report) {
    return new Observation(
        mail.contentId(), mail.observedAt(), type, report, mail.tlp(), mail.objects());
  }

  private UUID id(Observation mail) {
    return episodes.of(mail).orElseThrow().id();
  }

  private static MailThread thread(String subject) {
    return MailThread.of(mail(subject, "<a@x>", null, null)).orElseThrow();
  }

  private static Observation mail(String subject, String id, String answers, String references) {
    return mail(NOON, subject, id, answers, references);
  }

  static Observation mail(
      Instant at, String subject, String id, String answers, String references) {
    ObjectNode data = object("observed-data");
    ObjectNode fields =
        data.putObject("extensions")
            .putObject(TocsinExtension.ID)
            .putObject(TocsinExtension.FIELDS);
    put(fields, MailThread.IN_REPLY_TO, answers);
    put(fields, MailThread.REFERENCES, references);
    ObjectNode message = object("email-message");
    put(message, "subject", subject);
    put(message, "message_id", id);
    return new Observation(
        UUID.randomUUID(),
        at,
        Rsit.UNDETERMINED,
        MailThread.REPORT_TYPE,
        Tlp.AMBER,
        List.of(new StixObject(data), new StixObject(message)));
  }

  private static void put(ObjectNode json, String name, String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static ObjectNode object(String type) {
    return StixJson.MAPPER.createObjectNode().put("type", type).put("id", type + "--1");
  }
}
