package org.tocsin.formats.stix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;

/** Input made to cost time or memory. */
class HostileStixTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MUTEX =
      "{\"type\":\"mutex\",\"id\":\"mutex--2d273911-0000-5ae6-a278-35b8f88d0000\",\"name\":\"a\"";

  @Test
  void shouldStopAtADepthBomb() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    StixSubmission submission =
        read("{\"type\":\"bundle\",\"objects\":[" + deep + "," + MUTEX + "}]}");
    assertThat(submission.accepted()).hasSize(1);
    assertThat(submission.rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.LIMIT_EXCEEDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"objects\":[", "[{\"a\":["})
  void shouldTakeADepthBombThatNeverCloses(String open) {
    StixSubmission submission = read(open.repeat(100_000));
    assertThat(submission.accepted()).isEmpty();
    assertThat(submission.rejects()).hasSize(1);
  }

  @Test
  void shouldTakeATextAsLongAsARawRecord() {
    String object = MUTEX + ",\"x_payload\":\"" + "\\u0041".repeat(5_500_000) + "\"}";
    StixSubmission submission =
        read("{\"type\":\"bundle\",\"objects\":[" + object + "," + MUTEX + "}]}");
    assertThat(submission.accepted()).hasSize(2);
    assertThat(submission.raws()).hasSize(2);
  }

  @Test
  void shouldCheckAPayloadAsLongAsARawRecord() {
    String artifact =
        "{\"type\":\"artifact\",\"id\":\"artifact--2d273911-0000-5ae6-a278-35b8f88d0000\",\"payload_bin\":\"%s\"}";
    assertThat(read(artifact.formatted("QUJD".repeat(7_500_000))).accepted()).hasSize(1);
    assertThat(read(artifact.formatted("QUJD".repeat(7_500_000) + "!")).rejects())
        .extracting(Reject::path)
        .containsExactly("/payload_bin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,", "{},", "[],", "\"\","})
  void shouldStopAtATreeLargerThanItsText(String item) {
    String object = MUTEX + ",\"x_many\":[" + item.repeat(8_000_000) + "0]}";
    assertThat(read(object).rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.LIMIT_EXCEEDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e-999999999", "0.0000000001e-400", "1E400"})
  void shouldKeepNumbersOutOfAllProportion(String number) {
    StixSubmission submission = read(MUTEX + ",\"x_n\":" + number + "}");
    assertThat(submission.accepted()).hasSize(1);
  }

  @Test
  void shouldStopAtNumbersOfTooManyDigits() {
    assertThat(read(MUTEX + ",\"x_n\":" + "9".repeat(1_000_000) + "}").rejects())
        .extracting(Reject::reason)
        .containsExactly(RejectReason.LIMIT_EXCEEDED);
    assertThat(read(identity("\"confidence\":1e999999999")).rejects())
        .extracting(Reject::path, Reject::reason)
        .containsExactly(tuple(null, RejectReason.BAD_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab0", "a-", "ab-aaaaa", "a", "-abcde"})
  void shouldGiveUpOnPatternsThatBacktrack(String unit) {
    String name = unit.repeat(1_900 / unit.length());
    String many =
        IntStream.range(0, 200)
            .mapToObj(i -> identity("\"extensions\":{\"a%d%s!\":{\"a\":1}}".formatted(i, name)))
            .collect(Collectors.joining(","));
    assertThat(read("[" + many + "]").rejects()).hasSize(200);
    String selector =
        identity("\"granular_markings\":[{\"selectors\":[\"abc" + ".a".repeat(50_000) + "!\"]}]");
    assertThat(read(selector).rejects()).hasSize(1);
  }

  @Test
  void shouldNotFillTheMemoryWithErrors() {
    String refs = "\"x\",".repeat(400_000);
    String object = identity("\"object_marking_refs\":[" + refs + "\"x\"]");
    assertThat(read(object).rejects())
        .extracting(Reject::path)
        .containsExactly("/object_marking_refs/0");
  }

  @Test
  void shouldRejectNamesThatStandTwice() {
    StixSubmission submission = read("[" + MUTEX + ",\"name\":\"b\"}," + MUTEX + "}]");
    assertThat(submission.accepted()).hasSize(1);
    assertThat(submission.rejects().getFirst().detail()).contains("twice");
  }

  @Test
  void shouldLoseOneObjectToAForgottenQuotationMark() {
    StixSubmission submission =
        read("[\n" + MUTEX + "},\n" + MUTEX + ",\"x\":\"open},\n" + MUTEX + "}\n]");
    assertThat(submission.rejects()).isNotEmpty();
    assertThat(submission.accepted()).isNotEmpty();
    assertThat(submission.isBalanced()).isTrue();
  }

  @Test
  void shouldRejectWhatIsNotUtf8() {
    byte[] latin1 = ("[" + MUTEX + ",\"x_y\":\"é\"}," + MUTEX + "}]").getBytes(ISO_8859_1);
    StixSubmission submission = StixSubmission.of(latin1);
    assertThat(submission.accepted()).hasSize(1);
    assertThat(submission.rejects().getFirst().detail()).contains("UTF-8");
    byte[] utf16 = ("[" + MUTEX + "}]").getBytes(UTF_16);
    assertThat(StixSubmission.of(utf16).isBalanced()).isTrue();
  }

  private static String identity(String more) {
    return "{\"type\":\"identity\",\"spec_version\":\"2.1\",\"id\":\"identity--2d273911-0000-4ae6-a278-35b8f88d0000\","
        + "\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\"2026-01-01T00:00:00.000Z\",\"name\":\"a\","
        + more
        + "}";
  }

  private static StixSubmission read(String submission) {
    byte[] bytes = submission.getBytes(UTF_8);
    StixSubmission read = assertTimeoutPreemptively(PATIENCE, () -> StixSubmission.of(bytes));
    assertThat(read.isBalanced()).isTrue();
    return read;
  }
}
