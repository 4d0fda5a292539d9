package org.tocsin.model.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.model.tlp.Tlp;

class RawRecordTest {
  @Test
  void shouldReadPreambleAndSliceAsOne() {
    assertThat(raw("a,b\n", "1,2\n", null, Tlp.CLEAR).text())
        .asString(UTF_8)
        .isEqualTo("a,b\n1,2\n");
    assertThat(raw("", "1,2\n", null, Tlp.CLEAR).text()).asString(UTF_8).isEqualTo("1,2\n");
  }

  @Test
  void shouldBindItsObjectsByWhatWasDeclaredForIt() {
    assertThat(raw("", "", Tlp.GREEN, Tlp.CLEAR).effectiveTlp(null)).isEqualTo(Tlp.GREEN);
    assertThat(raw("", "", Tlp.GREEN, Tlp.CLEAR).effectiveTlp(Tlp.RED)).isEqualTo(Tlp.RED);
    assertThat(raw("", "", null, Tlp.CLEAR).effectiveTlp(null)).isEqualTo(Tlp.AMBER);
    assertThat(raw("", "", Tlp.CLEAR, Tlp.AMBER).effectiveTlp(Tlp.CLEAR)).isEqualTo(Tlp.AMBER);
  }

  @ParameterizedTest
  @EnumSource
  void shouldReadBackReasons(RejectReason reason) {
    assertThat(RejectReason.ofKey(reason.key())).contains(reason);
    assertThat(reason.key()).matches("[a-z-]+");
  }

  @Test
  void shouldNotKnowOtherReasons() {
    assertThat(RejectReason.ofKey("because")).isEmpty();
    assertThat(RejectReason.AMBIGUOUS_TYPE.key()).isEqualTo("ambiguous-type");
    assertThat(Lane.INTERACTIVE.key()).isEqualTo("interactive");
  }

  private static RawRecord raw(String preamble, String bytes, Tlp tlp, Tlp loosest) {
    return new RawRecord(
        new UUID(0, 1),
        0,
        new Origin("provider", "feed"),
        "submitter",
        RawRecord.UNKNOWN_FORMAT,
        null,
        tlp,
        loosest,
        Instant.EPOCH,
        1,
        1,
        preamble.getBytes(UTF_8),
        bytes.getBytes(UTF_8));
  }
}
