package org.tocsin.formats.shadowserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;

/** Damaged reports: whatever happened to the bytes, each record comes back once. */
class MutationTest {
  private static final byte[] NASTY = "\"\"\n\n\r,,\0/:%-Z9\uFEFF".getBytes();

  @Test
  void shouldLoseNoRecordOfADamagedReport() {
    Random random = new Random(20261120);
    for (int round = 0; round < 6_000; round++) {
      String name = Samples.NAMES.get(random.nextInt(Samples.NAMES.size()));
      byte[] report = damaged(Reports.sample(name), random);
      for (RawRecord raw : Reports.frame(random.nextBoolean() ? name : "x.csv", report)) {
        checkAccount(raw, Reports.normalise(raw));
      }
    }
  }

  @Test
  void shouldLoseNoRecordOfAReportThatIsCutOffAnywhere() {
    for (String name : Samples.NAMES) {
      byte[] report = Reports.sample(name);
      for (int length = 0; length <= report.length; length++) {
        for (RawRecord raw : Reports.frame(name, Arrays.copyOf(report, length))) {
          checkAccount(raw, Reports.normalise(raw));
        }
      }
    }
  }

  private static void checkAccount(RawRecord raw, Normalised normalised) {
    IntStream accepted = normalised.accepted().stream().mapToInt(Accepted::position);
    IntStream rejected = normalised.rejects().stream().mapToInt(Reject::position);
    assertThat(IntStream.concat(accepted, rejected).sorted().toArray())
        .isEqualTo(IntStream.range(0, raw.records()).toArray());
  }

  private static byte[] damaged(byte[] report, Random random) {
    byte[] bytes = report;
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, at + 1);
            case 1 -> with(bytes, at, (byte) random.nextInt(256));
            case 2 -> with(bytes, at, NASTY[random.nextInt(NASTY.length)]);
            default -> repeated(bytes, at, random.nextInt(bytes.length - at));
          };
    }
    return bytes;
  }

  private static byte[] with(byte[] bytes, int at, byte value) {
    byte[] changed = bytes.clone();
    changed[at] = value;
    return changed;
  }

  private static byte[] repeated(byte[] bytes, int at, int length) {
    byte[] changed = new byte[bytes.length + length];
    System.arraycopy(bytes, 0, changed, 0, at);
    System.arraycopy(bytes, at, changed, at, length);
    System.arraycopy(bytes, at, changed, at + length, bytes.length - at);
    return changed;
  }
}
