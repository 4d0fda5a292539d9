package org.tocsin.formats.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.formats.Sample;
import org.tocsin.formats.mail.signature.Keys;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Suppressed;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

class MailFormatTest {
  private static final MailFormat READING_ALL = new MailFormat(Keys.NONE, sample -> true);

  @Test
  void shouldTellWhoSentTheMailThatAFeedbackReportComplainsOf() {
    Observation report = only(Mails.sample("arf-abuse.eml"));
    assertThat(report.rsit()).isEqualTo(Rsit.SPAM);
    assertThat(report.reportType()).isEqualTo("abuse");
    assertThat(report.observedAt()).isEqualTo(Instant.parse("2026-11-20T06:59:01Z"));
    assertThat(values(report))
        .containsExactly("192.0.2.17", "shop.example.org", "http://shop.example.org/win?id=4711");
    assertThat(report.objects().getFirst().json().path("number_observed").intValue()).isEqualTo(12);
    assertThat(Mails.field(report, "email_reported_subject")).isEqualTo("You have won");
    assertThat(Mails.field(report, "email_reported_message_id")).isEqualTo("<m1@shop.example.org>");
  }

  @Test
  void shouldKeepNoAddressOfReporterOrRecipient() {
    for (String sample : List.of("arf-abuse.eml", "xarf.eml", "arf-auth-failure.eml")) {
      assertThat(only(Mails.sample(sample)).objects().toString())
          .doesNotContain("reader@", "feedback@", "reports@", "abuse@", "postmaster@");
    }
  }

  @Test
  void shouldShareNothingThatHasToDoWithTheMailItself() {
    for (String sample : List.of("arf-abuse.eml", "xarf.eml", "person.eml")) {
      assertThat(Redaction.of(only(Mails.sample(sample)).objects()).toString())
          .doesNotContain("email_", "@", "Strange mail in our house from");
    }
  }

  @Test
  void shouldTellOfFailedAuthenticationByDomainAndSource() {
    Observation report = only(Mails.sample("arf-auth-failure.eml"));
    assertThat(report.rsit()).isEqualTo(Rsit.MASQUERADE);
    assertThat(values(report)).containsExactly("2001:db8::25", "bank.example.org");
    assertThat(Mails.field(report, "auth-failure")).isEqualTo("dmarc");
    assertThat(Mails.field(report, "email_reported_subject")).isEqualTo("Your account");
  }

  @ParameterizedTest
  @CsvSource({"fraud, PHISHING", "virus, MALWARE_DISTRIBUTION", "other,", "x-own,", "opt-out,"})
  void shouldClassifyByFeedbackType(String type, Rsit rsit) {
    String mail =
        Mails.text("arf-abuse.eml").replace("Feedback-Type: abuse", "Feedback-Type: " + type);
    assertThat(only(Mails.of(mail)).rsit()).isEqualTo(rsit);
  }

  @Test
  void shouldReadLoginAttacksOfXarf() {
    Observation report = only(Mails.sample("xarf.eml"));
    assertThat(report.rsit()).isEqualTo(Rsit.BRUTE_FORCE);
    assertThat(report.reportType()).isEqualTo("login-attack");
    assertThat(report.observedAt()).isEqualTo(Instant.parse("2026-11-20T09:02:03Z"));
    assertThat(report.tlp()).isEqualTo(Tlp.GREEN);
    assertThat(values(report)).containsExactly("192.0.2.77");
    assertThat(Mails.field(report, "Port")).isEqualTo("22");
    assertThat(Mails.field(report, "email_Report-ID")).isEqualTo("815@reporter.example.net");
  }

  @Test
  void shouldReadXarfInJson() {
    String mail =
        Mails.text("xarf.eml")
            .replaceFirst(
                "(?s)---\\nReported-From.*?Attachment: text/plain",
                "{\"Category\": \"fraud\", \"Report-Type\": \"phishing\", "
                    + "\"Source\": \"http://example.org/login\", "
                    + "\"Date\": \"2026-11-20T09:00:00Z\", \"Port\": 80}");
    Observation report = only(Mails.of(mail));
    assertThat(report.rsit()).isEqualTo(Rsit.PHISHING);
    assertThat(values(report)).containsExactly("http://example.org/login");
    assertThat(Mails.field(report, "Port")).isEqualTo("80");
  }

  @Test
  void shouldLeaveLaterXarfToItsOwnFormat() {
    String mail =
        Mails.text("xarf.eml")
            .replace("text/plain; charset=utf-8; name=\"report.txt\"", "application/json")
            .replaceFirst(
                "(?s)---\\nReported-From.*?Attachment: text/plain",
                "{\"Version\": \"3\", \"ReporterInfo\": {}, \"Report\": {}}");
    assertThat(only(Mails.of(mail)).reportType()).isEqualTo("mail");
    assertThat(Attachment.of(mail.getBytes(StandardCharsets.UTF_8)))
        .extracting(Attachment::contentType)
        .containsExactly("application/json");
  }

  @Test
  void shouldNameTheFieldAtFaultOfXarf() {
    String mail = Mails.text("xarf.eml").replace("Source: 192.0.2.77", "Source: nowhere at all");
    assertThat(Mails.of(mail).rejects())
        .singleElement()
        .satisfies(reject -> {
          assertThat(reject.reason()).isEqualTo(RejectReason.BAD_VALUE);
          assertThat(reject.path()).isEqualTo("Source");
          assertThat(reject.detail()).doesNotContain("nowhere");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "bounce.eml, delivery-report",
    "read-receipt.eml, read-receipt",
    "vacation.eml, automatic-reply",
    "arf-not-spam.eml, not-spam-feedback"
  })
  void shouldKeepOutWhatAnswersByItself(String sample, String rule) {
    Submitted mail = Mails.sample(sample);
    assertThat(mail.suppressed()).containsExactly(new Suppressed(0, rule));
    assertThat(mail.accepted()).isEmpty();
    assertThat(mail.rejects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Return-Path: <>",
        "Auto-Submitted: auto-replied (vacation)",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "X-Failed-Recipients: nobody@example.net",
        "X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent"
      })
  void shouldKeepOutWhatSaysThatAMachineAnswers(String field) {
    assertThat(Mails.of(field + "\n" + Mails.text("person.eml")).suppressed()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ann@example.net, Abwesend: Re: Hilfe, automatic-reply",
    "ann@example.net, Autosvar: Hjelp, automatic-reply",
    "ann@example.net, Odpowiedź automatyczna: pomoc, automatic-reply",
    "ann@example.net, 自動応答: お願い, automatic-reply",
    "ann@example.net, OOO, automatic-reply",
    "ann@example.net, OOO - back on Monday, automatic-reply",
    "ann@example.net, Re: Automatisk svar: Hjelp, automatic-reply",
    "postmaster@example.net, Nicht zustellbar: Hilfe, delivery-report",
    "mailer-daemon@example.net, Nicht zustellbar: Hilfe, delivery-report",
    "ann@example.net, Nicht zustellbar: Hilfe,",
    "ann@example.net, Abwesende Kollegen klicken alles an,",
    "ann@example.net, Ooops,"
  })
  void shouldKeepOutWhatASubjectTellsToBeAutomatic(String from, String subject, String rule) {
    String encoded =
        "=?utf-8?B?%s?="
            .formatted(
                Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)));
    for (String written : List.of(encoded, subject)) {
      Submitted mail = Mails.of("From: %s\nSubject: %s\n\nI am away.\n".formatted(from, written));

      assertThat(mail.suppressed())
          .as(written)
          .isEqualTo(rule == null ? List.of() : List.of(new Suppressed(0, rule)));
    }
  }

  @ParameterizedTest
  @CsvSource({"Mailbox Rules Agent, WG: Hilfe", "Journal Agent, Hilfe"})
  void shouldTakeWhatExchangePassesOn(String source, String subject) {
    String mail =
        "X-MS-Exchange-Generated-Message-Source: %s\nFrom: ann@example.net\nSubject: %s\n\nHi\n";

    assertThat(Mails.of(mail.formatted(source, subject)).suppressed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Precedence: bulk", "Auto-Submitted: no", "Auto-Submitted: auto-generated"})
  void shouldNotKeepOutWhatAMachineSendsOfItsOwnAccord(String field) {
    assertThat(Mails.of(field + "\n" + Mails.text("person.eml")).suppressed()).isEmpty();
  }

  @Test
  void shouldTakeWhatAPersonWritesForAMailAndNotForSightings() {
    Observation mail = only(Mails.sample("person.eml"));
    assertThat(mail.rsit()).isEqualTo(Rsit.UNDETERMINED);
    assertThat(mail.reportType()).isEqualTo("mail");
    assertThat(mail.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(mail.objects().stream().map(StixObject::type))
        .containsExactly("observed-data", "email-addr", "email-message");
    StixObject message = mail.objects().get(2);
    assertThat(message.text("subject")).contains("Strange mail in our house");
    assertThat(message.text("body").orElseThrow()).contains("Grüße");
    assertThat(Mails.field(mail, "email_mentioned_urls"))
        .isEqualTo("https://login.example.com/office");
    assertThat(Mails.field(mail, "email_mentioned_addresses")).isEqualTo("192.0.2.99");
    assertThat(Mails.field(mail, "email_in_reply_to")).isEqualTo("<w1@example.org>");
    assertThat(mail.objects().toString()).doesNotContain("cert@example.org", "boss@");
  }

  @ParameterizedTest
  @CsvSource({
    "'', data.csv, false",
    "'', picture.pdf, true",
    "References: <a@example.net>, data.csv, true",
    "In-Reply-To: <a@example.net>, data.csv, true",
    "Subject: Re: [2026-004211] logs, data.csv, true"
  })
  void shouldMakeNoReportOfAMailThatOnlyBringsFilesThatAreRead(
      String field, String file, boolean report) {
    MailFormat format =
        new MailFormat(Keys.NONE, sample -> String.valueOf(sample.name()).endsWith(".csv"));
    String mail =
        """
        %sFrom: ann@example.net
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b

        See the file.
        --b
        Content-Type: application/octet-stream; name="%s"
        Content-Disposition: attachment; filename="%s"

        a,b
        --b--
        """
            .formatted(field.isEmpty() ? "" : field + "\n", file, file);

    assertThat(only(Submitted.of(format, "mail.eml", mail)).rsit())
        .isEqualTo(report ? Rsit.UNDETERMINED : null);
  }

  @ParameterizedTest
  @CsvSource({"'', 50, true", "'', 4, false", "List-Id: <l.example.net>, 50, false"})
  void shouldMakeAReportOfAMailWhoseAuthorWroteMoreThanANote(
      String field, int words, boolean report) {
    String mail = carrying("a,b\n".getBytes(StandardCharsets.UTF_8), "word ".repeat(words));

    assertThat(
            only(Submitted.of(READING_ALL, "m.eml", field.isEmpty() ? mail : field + "\n" + mail))
                .rsit())
        .isEqualTo(report ? Rsit.UNDETERMINED : null);
  }

  @Test
  void shouldMakeAReportOfAMailWhoseFileIsCutOff() throws Exception {
    for (byte[] whole : List.of(zipped(), gzipped())) {
      byte[] cut = Arrays.copyOf(whole, whole.length - 12);

      assertThat(only(Submitted.of(READING_ALL, "m.eml", carrying(whole, "See it."))).rsit())
          .isNull();
      assertThat(only(Submitted.of(READING_ALL, "m.eml", carrying(cut, "See it."))).rsit())
          .isEqualTo(Rsit.UNDETERMINED);
    }
  }

  private static byte[] zipped() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      zip.write(new byte[200_000]);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzipped() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(new byte[200_000]);
    }
    return bytes.toByteArray();
  }

  private static String carrying(byte[] file, String text) {
    return """
    From: ann@example.net
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=b

    --b

    %s
    --b
    Content-Type: application/octet-stream; name="data"
    Content-Transfer-Encoding: base64
    Content-Disposition: attachment; filename="data"

    %s
    --b--
    """
        .formatted(text, Base64.getMimeEncoder().encodeToString(file));
  }

  @Test
  void shouldMakeNoReportOfAMailThatAnotherOneShows() {
    MailFormat attached = new MailFormat().attached();
    Submitted shown = Submitted.of(attached, "mail.eml", Mails.text("person.eml"));

    assertThat(only(shown).rsit()).isNull();
    assertThat(only(shown).contentId()).isEqualTo(only(Mails.sample("person.eml")).contentId());
    assertThat(only(Submitted.of(attached, "a.eml", Mails.text("arf-abuse.eml"))).rsit())
        .isNotNull();
    assertThat(attached.recognise(new Sample("a.eml", "message/rfc822", new byte[] {'F'})))
        .isZero();
  }

  @Test
  void shouldRejectWhatIsEncrypted() {
    assertThat(Mails.sample("encrypted.eml").rejects())
        .singleElement()
        .satisfies(reject -> assertThat(reject.detail()).contains("encrypted"));
  }

  @Test
  void shouldWriteValidStix() {
    for (String sample :
        List.of("arf-abuse.eml", "arf-auth-failure.eml", "xarf.eml", "person.eml")) {
      assertThat(Mails.sample(sample).schemaErrors()).as(sample).isEmpty();
    }
  }

  @Test
  void shouldGiveTheSameMailTheSameContentId() {
    assertThat(only(Mails.sample("xarf.eml")).contentId())
        .isEqualTo(only(Mails.sample("xarf.eml")).contentId())
        .isNotEqualTo(only(Mails.of(Mails.text("xarf.eml") + "\n")).contentId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip,port\n192.0.2.1,80\n",
        "{\"type\": \"bundle\", \"from\": 1}",
        "subject: x\nvalue: y\n\n",
        "http://example.org/\nhttp://example.com/\n",
        ""
      })
  void shouldNotTakeOtherTextForMail(String text) {
    assertThat(
            new MailFormat()
                .recognise(new Sample("a.txt", null, text.getBytes(StandardCharsets.UTF_8))))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "From a@example.org Fri Nov 20 12:00:00 2026\n", "\r\n\r\n", "\uFEFF"})
  void shouldRecogniseMailsWhateverStandsBeforeThem(String before) {
    byte[] head = (before + Mails.text("person.eml")).getBytes(StandardCharsets.UTF_8);
    assertThat(new MailFormat().recognise(new Sample(null, null, head))).isGreaterThan(80);
    assertThat(Mails.of(before + Mails.text("person.eml")).observations()).hasSize(1);
  }

  private static Observation only(Submitted mail) {
    assertThat(mail.rejects()).isEmpty();
    assertThat(mail.observations()).hasSize(1);
    return mail.observations().getFirst();
  }

  private static List<String> values(Observation observation) {
    return observation.objects().stream().flatMap(each -> each.text("value").stream()).toList();
  }
}
