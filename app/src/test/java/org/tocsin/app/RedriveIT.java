package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.formats.Format;
import org.tocsin.formats.framing.Framer;
import org.tocsin.formats.framing.Slice;
import org.tocsin.formats.shadowserver.ShadowserverFormat;
import org.tocsin.model.account.Frame;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.stream.ReportLog;
import tools.jackson.databind.JsonNode;

/** What a redrive after mending a parser does to the accounts, hour by hour. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class RedriveIT {
  /** Two raw records, of 500 and 100 rows. */
  private static final int ROWS = 600;

  private static final int REJECTED = ROWS / MendableFormat.EVERY;
  private static final Format FORMAT = new ShadowserverFormat();
  private static final Instant LATER = Instant.now().truncatedTo(ChronoUnit.HOURS);
  private static final Instant EARLIER = LATER.minus(Duration.ofHours(2));

  /** One row of the accounting. */
  private record Hour(
      int collected, int observed, int duplicate, int suppressed, int rejected, int difference) {
    static Hour of(JsonNode row) {
      assertThat(row.path("pending").asInt()).isZero();
      return new Hour(
          row.path("collected").asInt(),
          row.path("observed").asInt(),
          row.path("duplicate").asInt(),
          row.path("suppressed").asInt(),
          row.path("rejected").asInt(),
          row.path("difference").asInt());
    }

    static Hour balanced(int observed, int rejected) {
      return new Hour(ROWS, observed, 0, 0, rejected, 0);
    }
  }

  @Test
  void shouldChangeTheAccountOfThatHourAndNoOther(EngineAddresses engines) throws Exception {
    String prefix = Program.prefix();
    String mended = EARLIER + " scans";
    UUID receipt;
    try (Program program = Program.startAs(engines, prefix, MendableFormat.Faulty.class)) {
      receipt = submit(program, "scans", EARLIER, "198.51.100.");
      submit(program, "scans", LATER, "203.0.113.");
      submit(program, "others", EARLIER, "192.0.2.");
      Hour faulty = Hour.balanced(ROWS - REJECTED, REJECTED);
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() ->
              assertThat(hours(program))
                  .isEqualTo(
                      Map.of(
                          mended, faulty, LATER + " scans", faulty, EARLIER + " others", faulty)));
    }

    try (Program program = Program.startAs(engines, prefix, MendableFormat.Mended.class)) {
      Map<String, Hour> expected = hours(program);
      redrive(program, receipt);
      expected.put(mended, Hour.balanced(ROWS, 0));

      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(hours(program)).isEqualTo(expected));
      assertThat(rejects(program, receipt)).isEmpty();
      assertThat(program.get("/api/reports/" + receipt).path("observed").asInt()).isEqualTo(ROWS);
    }
  }

  /** Redrives each raw record that holds a reject of the submission. */
  private static void redrive(Program program, UUID receipt) throws Exception {
    Map<Integer, String> one =
        rejects(program, receipt).stream()
            .collect(
                Collectors.toMap(
                    reject -> reject.path("number").asInt(),
                    reject -> reject.path("id").asString(),
                    (first, second) -> first));
    assertThat(one).hasSize(2);
    for (String reject : one.values()) {
      assertThat(program.order("/api/rejects/" + reject + "/redrive").statusCode()).isEqualTo(202);
    }
  }

  private static List<JsonNode> rejects(Program program, UUID receipt) throws Exception {
    return program
        .get("/api/rejects?limit=200&receipt=" + receipt)
        .path("items")
        .valueStream()
        .toList();
  }

  private static Map<String, Hour> hours(Program program) throws Exception {
    Map<String, Hour> hours = new TreeMap<>();
    program
        .get("/api/accounting")
        .path("rows")
        .forEach(row ->
            hours.put(
                Instant.parse(row.path("hour").asString()) + " " + row.path("feed").asString(),
                Hour.of(row)));
    return hours;
  }

  /** Writes what a collector writes that is handed these rows at that time. */
  private static UUID submit(Program program, String feed, Instant at, String network)
      throws Exception {
    UUID receipt = UUID.randomUUID();
    byte[] text =
        ReportText.rows(ROWS).replace("198.51.100.", network).getBytes(StandardCharsets.UTF_8);
    List<Frame> frames = new ArrayList<>();
    ReportLog log = program.bean(ReportLog.class);
    log.append(submission(receipt, feed, at, Submission.State.OPENED, text.length, frames));
    Framer framer = FORMAT.framing().over(new ByteArrayInputStream(text));
    for (Optional<Slice> next = framer.next(); next.isPresent(); next = framer.next()) {
      RawRecord raw = raw(receipt, frames.size(), feed, at, next.get());
      RawLocation location = log.append(Lane.BULK, raw).get(30, TimeUnit.SECONDS);
      frames.add(new Frame(location.partition(), location.offset(), raw.records()));
    }
    log.append(submission(receipt, feed, at, Submission.State.SEALED, text.length, frames));
    return receipt;
  }

  private static RawRecord raw(UUID receipt, int number, String feed, Instant at, Slice slice) {
    return new RawRecord(
        receipt,
        number,
        new Origin("p", feed),
        "analyst",
        FORMAT.name(),
        "scan_http.csv",
        null,
        Tlp.GREEN,
        at,
        slice.firstLine(),
        slice.records(),
        slice.preamble(),
        slice.bytes());
  }

  private static Submission submission(
      UUID receipt,
      String feed,
      Instant at,
      Submission.State state,
      long bytes,
      List<Frame> frames) {
    boolean sealed = state == Submission.State.SEALED;
    return new Submission(
        receipt,
        "analyst",
        new Origin("p", feed),
        "scan_http.csv",
        FORMAT.name(),
        Lane.BULK,
        Tlp.GREEN,
        at,
        state,
        frames.stream().mapToLong(Frame::records).sum(),
        sealed ? bytes : 0,
        sealed ? "0".repeat(64) : null,
        frames,
        null);
  }
}
