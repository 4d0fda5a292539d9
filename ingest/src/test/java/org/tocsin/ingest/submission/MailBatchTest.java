package org.tocsin.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tocsin.ingest.IngestBench.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.formats.KnownFormats;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.IngestBench;
import org.tocsin.model.report.RawRecord;

/** A mail is a submission, and so is each file in it that a format recognises. */
class MailBatchTest {
  private static final String HEADER =
      """
      From: reports@example.net
      To: cert@example.org
      Date: Fri, 20 Nov 2026 12:00:00 +0000
      Subject: your report
      MIME-Version: 1.0
      """;

  private static final byte[] BUNDLE =
      Bytes.utf8(
          "{\"type\": \"bundle\", \"id\": \"bundle--5d0092c5-5f74-4287-9642-33f4c354e56d\","
              + " \"objects\": []}");

  @TempDir Path spool;
  private IngestBench bench;

  @BeforeEach
  void begin() {
    bench = new IngestBench(spool);
    bench.formats = FormatChoice.among(KnownFormats.all());
  }

  @AfterEach
  void shouldLeaveNothingOnDisk() {
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  void shouldTakeAMailWithoutFilesAsOneSubmission() {
    byte[] mail = Bytes.utf8(HEADER + "\nHello.\n");

    Batch batch = take(mail);

    assertThat(batch.isPacked()).isFalse();
    assertThat(batch.taken()).extracting(Receipt::format).containsExactly("mail");
    assertThat(bench.log.bytesOf(batch.taken().getFirst().id())).isEqualTo(mail);
  }

  @Test
  void shouldTakeEachReadableFileUnderItsOwnNameAndFormat() {
    byte[] table = Bytes.table(5);

    Batch batch =
        take(
            mail(
                part("text/csv", "2026-11-20-scan_http-x.csv", table),
                part("image/png", "logo.png", new byte[] {1, 2, 3}),
                part("application/pdf", "letter.pdf", Bytes.utf8("%PDF-1.7 ...")),
                part("application/octet-stream", "bundle.json", BUNDLE)));

    assertThat(batch.isPacked()).isTrue();
    assertThat(batch.taken())
        .extracting(Receipt::name)
        .containsExactly("a.csv", "2026-11-20-scan_http-x.csv", "bundle.json");
    assertThat(batch.taken())
        .extracting(Receipt::format)
        .containsExactly("mail", "shadowserver-csv", "stix-2.1");
    assertThat(bench.log.bytesOf(batch.taken().get(1).id())).isEqualTo(table);
  }

  @Test
  void shouldTakeEachMailOfAMailboxAndWhatItCarries() {
    byte[] table = Bytes.table(5);
    String one = "From a@example.net Fri Nov 20 12:00:00 2026\n" + HEADER + "\nFrom here on:\n\n";
    String two =
        "From b@example.net Fri Nov 20 13:00:00 2026 +0100\n"
            + text(mail(part("text/csv", "2026-11-20-scan_http-x.csv", table)))
            + "\n";
    String three =
        "From MAILER-DAEMON Sat Nov 21 08:00:00 2026\n"
            + HEADER
            + "\nFrom the desk of a person\n\nFrom c@example.net on\n";

    Batch batch = take(Bytes.utf8(one + two + three));

    assertThat(batch.isPacked()).isTrue();
    assertThat(batch.taken())
        .extracting(Receipt::format)
        .containsExactly("mail", "mail", "shadowserver-csv", "mail");
    assertThat(batch.taken()).extracting(Receipt::id).doesNotHaveDuplicates();
    assertThat(bench.log.bytesOf(batch.taken().get(0).id())).isEqualTo(Bytes.utf8(one));
    assertThat(bench.log.bytesOf(batch.taken().get(1).id())).isEqualTo(Bytes.utf8(two));
    assertThat(bench.log.bytesOf(batch.taken().get(2).id())).isEqualTo(table);
    assertThat(bench.log.bytesOf(batch.taken().get(3).id())).isEqualTo(Bytes.utf8(three));
  }

  @Test
  void shouldTakeAMailboxOfOneMailAsThatMail() {
    byte[] mail =
        Bytes.utf8("From a@example.net Fri Nov 20 12:00:00 2026\r\n" + HEADER + "\nHello.\n");

    Batch batch = take(mail);

    assertThat(batch.isPacked()).isFalse();
    assertThat(batch.taken()).hasSize(1);
    assertThat(bench.log.bytesOf(batch.taken().getFirst().id())).isEqualTo(mail);
  }

  @Test
  void shouldUnpackWhatIsPackedInside() {
    byte[] table = Bytes.table(5);

    Batch batch =
        take(
            mail(
                part("application/zip", "x.zip", Bytes.zip("a-scan_http.csv", table)),
                part("application/gzip", "b-scan_http.csv.gz", Bytes.gzip(table))));

    assertThat(batch.taken())
        .extracting(Receipt::name)
        .containsExactly("a.csv", "a-scan_http.csv", "b-scan_http.csv");
    assertThat(batch.taken()).extracting(Receipt::records).containsExactly(1L, 5L, 5L);
  }

  /** Wherever a mail lies, what it carries is taken. */
  @Test
  void shouldOpenMailsInArchives() {
    byte[] mail = mail(part("application/json", "bundle.json", BUNDLE));

    assertThat(take(Bytes.zip("a.eml", mail)).taken())
        .extracting(Receipt::format)
        .containsExactly("mail", "stix-2.1");
    assertThat(take(Bytes.gzip(mail)).taken())
        .extracting(Receipt::format)
        .containsExactly("mail", "stix-2.1");
    assertThat(take(mail(part("application/zip", "m.zip", Bytes.zip("a.eml", mail)))).taken())
        .extracting(Receipt::format)
        .containsExactly("mail", "attached-mail", "stix-2.1");
    assertThat(take(mail(part("application/gzip", "a.eml.gz", Bytes.gzip(mail)))).taken())
        .extracting(Receipt::format)
        .containsExactly("mail", "attached-mail", "stix-2.1");
  }

  @Test
  void shouldOpenMailsInMailsButNotForEver() {
    byte[] mail = mail(part("application/octet-stream", "bundle.json", BUNDLE));
    for (int i = 0; i < 6; i++) {
      mail = mail("Content-Type: message/rfc822\n\n" + text(mail));
    }

    Batch batch = take(mail);

    assertThat(batch.taken())
        .extracting(Receipt::format)
        .containsExactly("mail", "attached-mail", "attached-mail", "attached-mail");
  }

  @Test
  void shouldKeepAnAttachedBombAsItIs() {
    byte[] bomb = Bytes.zip("bomb", new byte[64 * 1024 * 1024]);

    Batch batch = take(mail(part("application/zip", "bomb.zip", bomb)));

    assertThat(batch.taken())
        .extracting(Receipt::format)
        .containsExactly("mail", RawRecord.UNKNOWN_FORMAT);
    assertThat(bench.log.bytesOf(batch.taken().get(1).id())).isEqualTo(bomb);
  }

  @Test
  void shouldLeaveTheEvidenceOfAReportInIt() {
    byte[] mail =
        Bytes.utf8("X-XARF: PLAIN\n" + text(mail(part("text/csv", "log.csv", Bytes.table(3)))));

    assertThat(take(mail).taken()).hasSize(1);
  }

  @Test
  void shouldGiveTheSameReceiptsToARetryWithTheSameKey() {
    byte[] mail = mail(part("text/csv", "a-scan_http.csv", Bytes.table(5)));

    List<Receipt> first = take(mail, IngestBench.keyed("k")).taken();
    List<Receipt> again = take(mail, IngestBench.keyed("k")).taken();

    assertThat(first).hasSize(2);
    assertThat(again).extracting(Receipt::id).containsExactlyElementsOf(ids(first));
  }

  @Test
  void shouldOpenTheReportsThatShadowserverMails() throws IOException {
    Path corpus = CorpusTest.corpus();
    assumeTrue(corpus != null, "skipped: there is no shared/corpus beside the repository");
    try (Stream<Path> files = Files.list(corpus.resolve("abuse-mail/abuseio"))) {
      for (Path file :
          files.filter(each -> each.getFileName().toString().startsWith("shadowserver")).toList()) {
        assertThat(take(Files.readAllBytes(file)).taken())
            .as(file.toString())
            .extracting(Receipt::format)
            .containsExactly("mail", "shadowserver-csv");
      }
    }
  }

  private static List<UUID> ids(List<Receipt> receipts) {
    return receipts.stream().map(Receipt::id).toList();
  }

  private Batch take(byte[] mail) {
    return take(mail, request());
  }

  private Batch take(byte[] mail, SubmissionRequest request) {
    Batch batch = bench.intake().batch();
    batch.take(new ByteArrayInputStream(mail), request);
    return batch;
  }

  private static String text(byte[] mail) {
    return new String(mail, StandardCharsets.UTF_8);
  }

  private static String part(String type, String name, byte[] bytes) {
    return "Content-Type: "
        + type
        + "\nContent-Disposition: attachment; filename=\""
        + name
        + "\"\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes)
        + "\n";
  }

  private static byte[] mail(String... parts) {
    String boundary = "b" + parts[0].length();
    StringBuilder mail = new StringBuilder(HEADER);
    mail.append("Content-Type: multipart/mixed; boundary=").append(boundary).append("\n\n");
    mail.append("--").append(boundary).append("\n\nSee the files.\n");
    for (String part : parts) {
      mail.append("--").append(boundary).append("\n").append(part);
    }
    return Bytes.utf8(mail.append("\n--").append(boundary).append("--\n").toString());
  }
}
