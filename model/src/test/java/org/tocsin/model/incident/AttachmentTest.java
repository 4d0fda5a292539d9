package org.tocsin.model.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tocsin.model.incident.Desk.ANALYST;
import static org.tocsin.model.incident.Desk.FOCAL;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.RefusedException.Reason;
import org.tocsin.model.sharing.Role;

class AttachmentTest {
  private static final String SHA256 =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final Desk desk = new Desk();

  /** A file as the command has it; what else is told in single quotes. */
  static String details(String more) {
    return "{'name': 'mail.eml', 'mediaType': 'message/rfc822', 'size': 12, 'sha256': '"
        + SHA256
        + "', 'kept': {'partition': 0, 'offset': 7}"
        + (more.isEmpty() ? "" : ", " + more)
        + "}";
  }

  @Test
  void shouldTakeFilesOfTheTeamForItselfToSomebodyAndFromSomebody() {
    UUID id = desk.made();
    Incident before = desk.incident(id);

    assertThat(desk.done(id, "attach", details(""))).isEqualTo(before);
    assertThat(desk.done(id, "attach", details("'to': 'focal-fr'"))).isEqualTo(before);
    assertThat(desk.done(id, "attach", details("'from': 'the bank'"))).isEqualTo(before);
    assertThat(desk.act(id, "attach", details("'to': 'a', 'from': 'b'")).reason())
        .startsWith("to: either");
  }

  @Test
  void shouldTakeFilesOfAFocalPointToTheTeamAlone() {
    UUID id = desk.made();

    assertThat(attach(FOCAL, id, details("")).verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(attach(FOCAL, id, details("'to': 'focal-de'")).reason())
        .startsWith("to: your messages");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'name': 'a.txt'}",
        "{'name': 'a.txt', 'mediaType': 'text/plain', 'size': 1, 'kept': {'partition': 0}}",
      })
  void shouldRefuseWhatTellsOfNoFile(String details) {
    assertThat(desk.act(desk.made(), "attach", details).refusal()).isEqualTo(Reason.INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size: |'size': 12|'size': 0",
        "mediaType: |message/rfc822|Text/HTML; charset=utf-8",
        "mediaType: |message/rfc822|html",
        "sha256: |e3b0c442|E3B0C442",
        "sha256: |e3b0c442|",
        "kept: |'offset': 7|'offset': -1"
      })
  void shouldNameTheFieldThatIsWrong(String expected) {
    String[] parts = expected.split("\\|", -1);

    Decision decision = desk.act(desk.made(), "attach", details("").replace(parts[1], parts[2]));

    assertThat(decision.reason()).startsWith(parts[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        ".",
        "..",
        "../../etc/passwd",
        "C:\\autoexec.bat",
        "two\nlines",
        "bell\u0007",
        "invoice\u202Efdp.exe"
      })
  void shouldRefuseANameNoFileShouldHave(String name) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Attachment.requireName(name))
        .withMessageStartingWith("name: ");
  }

  @Test
  void shouldRefuseANameThatIsTooLong() {
    assertThat(Attachment.requireName("a".repeat(200))).hasSize(200);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Attachment.requireName("a".repeat(201)));
  }

  @Test
  void shouldTakeANameOfAnyLanguage() {
    assertThat(Attachment.requireName(" rapport d'été – 2026 (1).pdf "))
        .isEqualTo("rapport d'été – 2026 (1).pdf");
  }

  private Decision attach(Actor by, UUID id, String details) {
    return desk.give(by, Incident.ref(id), "attach", details.replace('\'', '"'));
  }

  @Test
  void shouldBeLeftToThoseWhoMayWriteMessages() {
    Actor feed = new Actor("feed-1", Set.of(Role.FEED), null);

    assertThat(attach(feed, desk.made(), details("")).refusal()).isEqualTo(Reason.FORBIDDEN);
    assertThat(attach(ANALYST, UUID.randomUUID(), details("")).refusal())
        .isEqualTo(Reason.NOT_FOUND);
  }
}
