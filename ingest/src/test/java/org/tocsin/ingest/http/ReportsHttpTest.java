package org.tocsin.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tocsin.ingest.http.HttpBench.json;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.formats.framing.Framer;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.gate.Gates;
import org.tocsin.model.account.Submission;
import org.tocsin.model.account.Submission.State;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.feed.OpenWay;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

class ReportsHttpTest {
  private static final byte[] TABLE = Bytes.table(600);
  private static HttpBench bench;

  @BeforeAll
  static void begin() {
    bench = new HttpBench();
  }

  @AfterAll
  static void end() {
    bench.close();
  }

  @AfterEach
  void restore() {
    bench.log().down(false);
    bench.log().damaged(false);
    bench.bulkWait(Optional.empty());
    bench.decided().clear();
    awaitPaused(false);
  }

  private static void awaitPaused(boolean paused) {
    await().until(() -> bench.bean(Gates.class).isPaused(OpenWay.PUSH) == paused);
  }

  @Test
  void shouldAskToComeAgainWhileSomebodyPausedItAndKeepNothing() {
    bench.decided().add(new Feed("way.push", null, null, true, false));
    awaitPaused(true);
    int before = bench.log().submissions().size();
    PushState earlier = bench.bean(Push.class).state();

    for (Role role : List.of(Role.FEED, Role.ANALYST)) {
      HttpResponse<String> answer = bench.post(role, "", TABLE);
      assertProblem(answer, 503, "paused");
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
      assertThat(json(answer).get("detail").asString()).startsWith("Send it again in 60 s");
    }
    assertThat(bench.post(null, "", TABLE).statusCode()).isEqualTo(401);
    assertThat(bench.log().submissions()).hasSize(before);
    PushState now = bench.bean(Push.class).state();
    assertThat(now.refused()).isEqualTo(earlier.refused() + 3);
    assertThat(now.lastErrorAt()).as("a pause is no failure").isEqualTo(earlier.lastErrorAt());

    bench.decided().clear();
    awaitPaused(false);
    assertThat(bench.post(Role.FEED, "", TABLE).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldTellHowItFares() {
    long before = bench.bean(Push.class).state().taken();
    String receipt = json(bench.post(Role.ANALYST, "", TABLE)).get("receipt").asString();
    PushState state = bench.bean(Push.class).state();
    assertThat(state.taken()).isEqualTo(before + 1);
    assertThat(state.lastReceipt()).hasToString(receipt);
    assertThat(state.isFailing(Instant.now())).isFalse();

    bench.log().down(true);
    bench.post(Role.ANALYST, "", TABLE);

    PushState failed = bench.bean(Push.class).state();
    assertThat(failed.lastError()).isEqualTo("Reports can not be stored just now.");
    assertThat(failed.isFailing(Instant.now())).isTrue();
    assertThat(failed.isFailing(Instant.now().plusSeconds(3600))).isFalse();
    bench.log().down(false);
    bench.post(Role.ANALYST, "", TABLE);
    assertThat(bench.bean(Push.class).state().isFailing(Instant.now())).isFalse();
  }

  @Test
  void shouldGiveAReceiptForWhatIsKept() {
    HttpResponse<String> answer =
        bench.post(Role.ANALYST, "?provider=shadowserver&feed=scans&tlp=amber%2Bstrict", TABLE);

    assertThat(answer.statusCode()).isEqualTo(202);
    JsonNode receipt = json(answer);
    assertThat(receipt.propertyNames()).containsExactly("receipt", "format", "records", "bytes");
    UUID id = UUID.fromString(receipt.get("receipt").asString());
    assertThat(receipt.get("records").asInt()).isEqualTo(600);
    assertThat(receipt.get("bytes").asInt()).isEqualTo(TABLE.length);
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/reports/" + id);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    Submission sealed = bench.log().last();
    assertThat(sealed.state()).isEqualTo(State.SEALED);
    assertThat(sealed.receipt()).isEqualTo(id);
    assertThat(sealed.submitter()).isEqualTo("analyst");
    assertThat(sealed.origin()).isEqualTo(new Origin("shadowserver", "scans"));
    assertThat(sealed.tlp()).isEqualTo(Tlp.AMBER_STRICT);
    assertThat(bench.log().bytesOf(id)).isEqualTo(TABLE);
  }

  @Test
  void shouldUseTheRegistrationOfAMachine() {
    assertThat(bench.post(Role.FEED, "", TABLE).statusCode()).isEqualTo(202);

    Submission sealed = bench.log().last();
    assertThat(sealed.origin()).isEqualTo(new Origin("shadowserver", "scans"));
    assertThat(sealed.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(sealed.lane()).isEqualTo(Lane.BULK);
    assertThat(bench.log().raws().getLast().loosest()).isEqualTo(Tlp.GREEN);
  }

  @Test
  void shouldTakeASnapshotOfAListAsOneAndEventsOtherwise() {
    bench.post(Role.ANALYST, "?kind=list", TABLE);
    assertThat(bench.log().last().kind()).isEqualTo(FeedKind.LIST);
    assertThat(bench.log().raws().getLast().kind()).isEqualTo(FeedKind.LIST);

    bench.post(Role.ANALYST, "", TABLE);
    assertThat(bench.log().last().kind()).isEqualTo(FeedKind.EVENTS);
    assertThat(bench.log().raws().getLast().kind()).isEqualTo(FeedKind.EVENTS);

    assertThat(bench.post(Role.ANALYST, "?kind=sometimes", TABLE).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldTakeABodyThatCallsItselfAForm() {
    HttpResponse<String> answer =
        bench.post(
            Role.ANALYST,
            "?provider=p1",
            Bytes.utf8("#a=b&provider=evil\n1\n"),
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(json(answer).get("records").asInt()).isEqualTo(1);
    assertThat(bench.log().last().origin().provider()).isEqualTo("p1");
    assertThat(bench.log().last().bytes()).isEqualTo(21);
  }

  @Test
  void shouldTakeTheNameFromWhereItIs() {
    bench.post(Role.ANALYST, "?name=..%2Fa+b.csv", TABLE, "Content-Disposition", "x; filename=c");
    assertThat(bench.log().last().name()).isEqualTo("a b.csv");

    bench.post(
        Role.ANALYST,
        "",
        TABLE,
        "Content-Disposition",
        "attachment; filename=\"x.csv\"; filename*=UTF-8''%c3%a4.csv");
    assertThat(bench.log().last().name()).isEqualTo("ä.csv");

    bench.post(Role.ANALYST, "", TABLE);
    assertThat(bench.log().last().name()).isNull();
  }

  @Test
  void shouldUnpackGzip() {
    HttpResponse<String> answer =
        bench.post(Role.ANALYST, "", Bytes.gzip(TABLE), "Content-Encoding", "gzip");

    assertThat(json(answer).get("bytes").asInt()).isEqualTo(TABLE.length);
    assertThat(bench.log().last().sha256()).isEqualTo(Bytes.sha256(TABLE));
  }

  @Test
  void shouldGiveEachFileOfAMultipartBodyItsReceipt() {
    HttpResponse<String> answer =
        bench.post(
            Role.ANALYST,
            "",
            Bytes.utf8(
                "--b\r\nContent-Disposition: form-data; name=f; filename=\"dir/a.csv\"\r\n\r\n"
                    + "#h\n1\n2\r\n--b\r\n"
                    + "Content-Disposition: form-data; name=f; filename=b.csv\r\n"
                    + "Content-Type: text/csv\r\n\r\n#h\n3\n\r\n--b--\r\n"),
            "Content-Type",
            "multipart/form-data; boundary=b");

    assertThat(answer.statusCode()).isEqualTo(202);
    JsonNode all = json(answer);
    assertThat(all.get("records").asInt()).isEqualTo(3);
    assertThat(all.get("bytes").asInt()).isEqualTo(6 + 5);
    assertThat(all.get("receipts").size()).isEqualTo(2);
    assertThat(all.has("receipt")).isFalse();
    assertThat(all.at("/receipts/0/name").asString()).isEqualTo("a.csv");
    assertThat(all.at("/receipts/0/records").asInt()).isEqualTo(2);
    assertThat(all.at("/receipts/1/name").asString()).isEqualTo("b.csv");
    UUID second = UUID.fromString(all.at("/receipts/1/receipt").asString());
    assertThat(bench.log().bytesOf(second)).isEqualTo(Bytes.utf8("#h\n3\n"));
  }

  @Test
  void shouldOpenAnArchive() {
    HttpResponse<String> answer =
        bench.post(
            Role.ANALYST,
            "",
            Bytes.zip("x.csv", TABLE, "y.csv", TABLE),
            "Content-Type",
            "application/zip");
    assertThat(json(answer).get("receipts").size()).isEqualTo(2);
    assertThat(json(answer).get("records").asInt()).isEqualTo(1_200);

    HttpResponse<String> single = bench.post(Role.ANALYST, "", Bytes.zip("x.csv", TABLE));
    assertThat(json(single).get("receipts").size()).isEqualTo(1);
    assertThat(single.headers().firstValue("Location"))
        .hasValue("/api/reports/" + json(single).get("receipt").asString());
  }

  @Test
  void shouldRepeatItsAnswerUnderTheSameKeyAndRefuseOtherBytes() {
    HttpResponse<String> first = bench.post(Role.ANALYST, "", TABLE, "Idempotency-Key", "http-1");
    int states = bench.log().submissions().size();

    HttpResponse<String> again = bench.post(Role.ANALYST, "", TABLE, "Idempotency-Key", "http-1");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(bench.log().submissions()).hasSize(states);

    assertProblem(
        bench.post(Role.ANALYST, "", Bytes.table(1), "Idempotency-Key", "http-1"),
        422,
        "key-reused");
    assertProblem(
        bench.post(Role.ANALYST, "?provider=p2", TABLE, "Idempotency-Key", "http-1"),
        422,
        "key-reused");
    assertThat(bench.post(Role.LEAD, "", TABLE, "Idempotency-Key", "http-1").body())
        .isNotEqualTo(first.body());
  }

  @Test
  void shouldAnswerInJsonWhateverTheClientAccepts() {
    HttpResponse<String> answer = bench.post(Role.ANALYST, "", TABLE, "Accept", "text/csv");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertProblem(bench.post(Role.ANALYST, "", new byte[0], "Accept", "text/csv"), 400, "empty");
  }

  @Test
  void shouldTurnNobodyAway() {
    HttpResponse<String> answer = bench.post(null, "", TABLE);

    assertProblem(answer, 401, "not-authenticated");
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .anyMatch(value -> value.startsWith("Bearer"))
        .anyMatch(value -> value.startsWith("Basic"));
  }

  @ParameterizedTest
  @EnumSource(names = {"AUDITOR", "SUBSCRIBER"})
  void shouldTurnOtherRolesAway(Role role) {
    assertProblem(bench.post(role, "", TABLE), 403, "may-not-submit");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"AUDITOR", "SUBSCRIBER"},
      mode = EnumSource.Mode.EXCLUDE)
  void shouldTakeReportsFromEveryRoleThatSubmits(Role role) {
    assertThat(bench.post(role, "", TABLE).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldRefuseWhatTheClientIsNotRegisteredFor() {
    assertProblem(bench.post(Role.FEED, "?provider=other", TABLE), 403, "not-registered");
    assertProblem(bench.post(Role.FEED, "?feed=other", TABLE), 403, "not-registered");
    assertProblem(bench.post(Role.FEED, "?tlp=clear", TABLE), 403, "tlp-too-loose");
  }

  @Test
  void shouldRefuseWhatItCannotRead() {
    assertProblem(bench.post(Role.ANALYST, "?tlp=blue", TABLE), 400, "bad-parameter");
    assertProblem(bench.post(Role.ANALYST, "?provider=No+Name", TABLE), 400, "bad-parameter");
    assertProblem(
        bench.post(Role.ANALYST, "", TABLE, "Idempotency-Key", "x".repeat(300)),
        400,
        "bad-parameter");
    assertProblem(bench.post(Role.ANALYST, "", new byte[0]), 400, "empty");
    assertProblem(bench.post(Role.ANALYST, "", Bytes.zip()), 400, "empty");
    assertProblem(
        bench.post(Role.ANALYST, "", TABLE, "Content-Encoding", "gzip"), 400, "unreadable-body");
    assertProblem(
        bench.post(Role.ANALYST, "", TABLE, "Content-Type", "multipart/form-data"),
        400,
        "unreadable-body");
  }

  @Test
  void shouldRefuseFormatsAndEncodingsItDoesNotKnow() {
    HttpResponse<String> format = bench.post(Role.ANALYST, "?format=xml", TABLE);
    assertProblem(format, 415, "unknown-format");
    assertThat(json(format).get("detail").asString()).contains("rows, document");

    HttpResponse<String> encoding = bench.post(Role.ANALYST, "", TABLE, "Content-Encoding", "br");
    assertProblem(encoding, 415, "unsupported-encoding");
    assertThat(encoding.headers().firstValue("Accept-Encoding")).hasValue("gzip");
  }

  @Test
  void shouldRefuseARecordThatDoesNotFitEvenToAClientThatSendsFirst() {
    HttpResponse<String> answer =
        bench.send(
            bench
                .request(Role.ANALYST, "")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> document(Framer.MAX_RAW_RECORD + 20 * 1024 * 1024))));

    assertProblem(answer, 413, "too-large");
    assertThat(bench.log().last().state()).isEqualTo(State.ABORTED);
  }

  @Test
  void shouldRefuseBombs() {
    byte[] zeros = new byte[64 * 1024 * 1024];

    assertProblem(
        bench.post(Role.ANALYST, "", Bytes.gzip(zeros), "Content-Encoding", "gzip"),
        413,
        "too-large");
    assertProblem(bench.post(Role.ANALYST, "", Bytes.zip("a", zeros)), 413, "too-large");
  }

  @Test
  void shouldAskBulkToComeAgainWhileTriageLags() {
    bench.bulkWait(Optional.of(Duration.ofMillis(6_001)));

    HttpResponse<String> answer = bench.post(Role.FEED, "", TABLE);

    assertProblem(answer, 429, "lane-full");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(bench.post(Role.ANALYST, "", TABLE).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldAskToComeAgainWhileTheLogIsDown() {
    bench.log().down(true);

    HttpResponse<String> answer = bench.post(Role.ANALYST, "", TABLE);

    assertProblem(answer, 503, "log-unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
  }

  @Test
  void shouldNotTellStrangersWhatIsBroken() {
    bench.log().damaged(true);

    HttpResponse<String> answer = bench.post(Role.ANALYST, "", TABLE);

    assertProblem(answer, 500, "internal");
    assertThat(answer.body()).doesNotContain("secret");
    assertThat(json(answer).get("reference").asString()).isNotBlank();
  }

  @Test
  void shouldNameWhatWasKeptBeforeAFileWasRefused() {
    HttpResponse<String> answer =
        bench.post(
            Role.ANALYST,
            "",
            Bytes.utf8(
                "--b\r\nContent-Disposition: form-data; name=f; filename=a.csv\r\n\r\n"
                    + "#h\n1\n\r\n--b\r\nContent-Disposition: form-data; name=provider\r\n\r\n"
                    + "x\r\n--b--\r\n"),
            "Content-Type",
            "multipart/form-data; boundary=\"b\"");

    assertProblem(answer, 400, "unreadable-body");
    assertThat(json(answer).get("receipts").size()).isEqualTo(1);
    assertThat(json(answer).at("/receipts/0/receipt").asString())
        .isEqualTo(bench.log().last().receipt().toString());
  }

  private static InputStream document(long size) {
    return new SequenceInputStream(
        new ByteArrayInputStream(Bytes.utf8("{")), Bytes.zeros(size - 1));
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.get("type").asString()).isEqualTo("/problems#" + type);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("Exception");
  }
}
