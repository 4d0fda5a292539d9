package org.tocsin.formats.benign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarningListTest {
  private final WarningList list = WarningList.shipped();

  @Test
  void shouldObjectToWhatEverybodyHas() {
    assertThat(list.objection("10.1.2.3")).isEqualTo("private use (RFC 1918)");
    assertThat(list.objection("192.168.0.0/24")).isEqualTo("private use (RFC 1918)");
    assertThat(list.objection("fe80::1")).isEqualTo("link-local (RFC 4291)");
    assertThat(list.objection("8.8.8.8")).isEqualTo("a public resolver");
    assertThat(list.objection("WWW.Google.com")).isEqualTo("a service that everybody uses");
    assertThat(list.objection("https://127.0.0.1:8080/x")).isEqualTo("loopback (RFC 1122)");
    assertThat(list.objection("D41D8CD98F00B204E9800998ECF8427E")).isEqualTo("the empty file");
  }

  @Test
  void shouldLetThroughWhatIsSomebodys() {
    assertThat(list.objection("192.0.2.7")).isNull();
    assertThat(list.objection("8.0.0.0/8")).isNull();
    assertThat(list.objection("evil.google.com")).isNull();
    assertThat(list.objection("https://www.google.com/evil")).isNull();
    assertThat(list.objection("what is this")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ipv4-addr:value = '10.0.0.1']",
        "[ipv4-addr:value ISSUBSET '10.0.0.0/8']",
        "[ipv4-addr:value = '192.0.2.7' OR ipv4-addr:value = '10.0.0.1']",
        "[ipv4-addr:value IN ('192.0.2.7', '10.0.0.1')]",
        "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '::1'"
            + " AND network-traffic:dst_port = 443]",
        "([domain-name:value = 'google.com']) WITHIN 5 SECONDS",
        "[domain-name:value = 'google.com'] REPEATS 5 TIMES",
        "[url:value = 'http://10.0.0.1/a'] START t'2026-01-01T00:00:00Z' STOP"
            + " t'2026-02-01T00:00:00Z'",
        "[file:hashes.'SHA-256' ="
            + " 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855']",
        "[ipv4-addr:value = '10.0.0.1'] AND [domain-name:resolves_to_refs[*].value = '127.0.0.1']",
        "[x:a = 'b'] OR [ipv4-addr:value = '10.0.0.1']"
      })
  void shouldObjectToPatternsThatSuchValuesMatchByThemselves(String pattern) {
    assertThat(list.objectionToPattern(pattern)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ipv4-addr:value = '192.0.2.7']",
        "[domain-name:value = 'google.com' AND file:name = 'a.exe']",
        "[ipv4-addr:value = '10.0.0.1'] FOLLOWEDBY [file:name = 'it''s']",
        "[x:a = 'b'] OR [ipv4-addr:value = '10.0.0.1'] FOLLOWEDBY [file:name = 'a.exe']",
        "[ipv4-addr:value != '10.0.0.1']",
        "[ipv4-addr:value NOT = '10.0.0.1']",
        "[ipv4-addr:value LIKE '10.0.%']",
        "[network-traffic:dst_port = 443]",
        "[file:name = '10.0.0.1']",
        "[EXISTS file:name]",
        "[ipv4-addr:value = '10.0.0.1'",
        "[ipv4-addr:value = '10.0.0.1']]",
        "((((((((((",
        "'",
        ""
      })
  void shouldLetThroughPatternsThatAskForMoreOrCannotBeRead(String pattern) {
    assertThat(list.objectionToPattern(pattern)).isNull();
  }

  @Test
  void shouldSurviveAPatternThatIsDeep() {
    assertThat(list.objectionToPattern("(".repeat(100_000))).isNull();
  }

  @Test
  void shouldTakeAnOperatorsValuesInsteadOfOurs() {
    WarningList own = WarningList.of("ours.txt", List.of("# ours", "", "192.0.2.53 our resolver"));

    assertThat(own.objection("192.0.2.53")).isEqualTo("our resolver");
    assertThat(own.objection("8.8.8.8")).isNull();
    assertThat(own.objection("10.0.0.1")).isNotNull();
    assertThatThrownBy(() -> WarningList.of("ours.txt", List.of("ok.example", "no thing")))
        .hasMessageContaining("ours.txt: line 2: ");
  }
}
