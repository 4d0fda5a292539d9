package org.tocsin.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;

/** Raw records for tests. */
public final class RawRecords {
  private static final byte[] HEADER = "\"timestamp\",\"ip\"\n".getBytes(StandardCharsets.UTF_8);

  private RawRecords() {}

  /** A slice of a table with that many rows. */
  public static RawRecord rows(UUID receipt, int number, int rows) {
    String row = "\"2026-01-01 00:00:00\",\"192.0.2.%d\"%n".formatted(number % 256);
    return of(receipt, number, rows, HEADER, row.repeat(rows).getBytes(StandardCharsets.UTF_8));
  }

  /** Any bytes. */
  public static RawRecord of(UUID receipt, int number, int records, byte[] preamble, byte[] bytes) {
    return new RawRecord(
        receipt,
        number,
        new Origin("shadowserver", "reports"),
        "feed-shadowserver",
        "shadowserver-csv",
        "2026-01-01-scan_http-test.csv",
        Tlp.GREEN,
        Tlp.CLEAR,
        Instant.parse("2026-01-01T10:20:30.123456789Z"),
        1 + 500L * number,
        records,
        preamble,
        bytes);
  }
}
