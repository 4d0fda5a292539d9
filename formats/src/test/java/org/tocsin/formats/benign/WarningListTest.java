package org.tocsin.formats.benign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.formats.sco.WebAddress;

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
    assertThat(list.objection("11.0.0.0/8")).isNull();
    assertThat(list.objection("evil.google.com")).isNull();
    assertThat(list.objection("https://www.google.com/evil")).isNull();
    assertThat(list.objection("what is this")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0",
        "::/0",
        "10.0.0.0/7",
        "128.0.0.0/1",
        "2000::/3",
        "8.0.0.0/8",
        "8.8.8.0/24",
        "8.8.8.9/24",
        "12.0.0.0/7",
        "2002:0a00:0001::1",
        "2002:a00::/24",
        "2002::/16",
        "64:ff9b::a00:1",
        "64:ff9b::8.8.8.8",
        "::10.0.0.1",
        "010.1.2.3",
        "010.0.0.0/8"
      })
  void shouldObjectToNetworksThatHoldWhatEverybodyHasAndToOtherSpellings(String value) {
    assertThat(list.objection(value)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3.0/24",
        "11.0.0.0/8",
        "2002:c000:207::1",
        "64:ff9b::192.0.2.7",
        "2a00:1450::/32",
        "001.002.003.004"
      })
  void shouldLetThroughNetworksOfSomebodys(String value) {
    assertThat(list.objection(value)).isNull();
  }

  @Test
  void shouldSayWhatANetworkHolds() {
    assertThat(list.objection("8.8.8.0/24")).isEqualTo("it holds 8.8.8.8, a public resolver");
    assertThat(list.objection("12.0.0.0/7")).isEqualTo("a network wider than /8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost.",
        "a.localhost",
        "router.lan",
        "dc01.internal",
        "printer.local",
        "a.home.arpa",
        "b.invalid",
        "1.0.0.127.in-addr.arpa",
        "evil.exe",
        "com",
        "co.uk",
        "CO.UK.",
        "github.io",
        "google.com"
      })
  void shouldObjectToNamesThatAreNobodysOrEverybodys(String name) {
    assertThat(list.objectionToName(name)).isNotNull();
    assertThat(list.objectionToPattern("[domain-name:value = '" + name + "']")).isNotNull();
    assertThat(list.objection(WebAddress.parse("http://" + name + "/").orElseThrow())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "example.com",
        "a.test",
        "a.onion",
        "a.bit",
        "evil.zip",
        "foo.github.io",
        "mail.google.com",
        "xn--bcher-kva.example",
        "a_b.example.org"
      })
  void shouldLetThroughNamesOfSomebodys(String name) {
    assertThat(list.objectionToName(name)).isNull();
    assertThat(list.objection(WebAddress.parse("http://" + name + "/").orElseThrow())).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://017700000001/a",
        "http://0x7f.1/",
        "http://127.1/a",
        "http://010.1.2.3/",
        "http://[::ffff:10.0.0.1]/a",
        "http://[::1]/",
        "hxxp://10[.]0[.]0[.]1/a",
        "http://router.lan/a",
        "http://google.com",
        "http://co.uk/"
      })
  void shouldObjectToUrlsOfSuchHosts(String url) {
    assertThat(list.objection(url)).isNotNull();
    assertThat(list.objectionToPattern("[url:value = '" + url + "']")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://1249739112/",
        "https://s3.amazonaws.com/a/evil.exe",
        "http://www.google.com/?u=evil",
        "http://[2001:db8::1]/"
      })
  void shouldLetThroughUrlsWhoseHostDoesNotSayAll(String url) {
    assertThat(list.objection(url)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ipv4-addr:value = '010.1.2.3']",
        "[ipv4-addr:value = '0.0.0.0/0']",
        "[ipv4-addr:value ISSUBSET '10.0.0.0/7']",
        "[domain-name:value LIKE 'google.com']",
        "[network-traffic:dst_ref.value = 'localhost']",
        "[domain-name:value = 'google.com.']",
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
        "[domain-name:value LIKE '%google.com']",
        "[x-thing:value = 'evil.exe']",
        "[mutex:name = 'localhost']",
        "[domain-name:value = 'domain evil.example.org' OR ipv4-addr:value = '192.0.2.7']",
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
    WarningList own =
        WarningList.of(
            "ours.txt",
            List.of("# ours", "", "192.0.2.53 our resolver", ".ours.example we", "a.example we"),
            new Widest(16, 32));

    assertThat(own.objection("192.0.2.53")).isEqualTo("our resolver");
    assertThat(own.objection("8.8.8.8")).isNull();
    assertThat(own.objection("10.0.0.1")).isNotNull();
    assertThat(own.objection("b.ours.example")).isEqualTo("we");
    assertThat(own.objection("https://b.ours.example/x")).isEqualTo("we");
    assertThat(own.objection("b.a.example")).isNull();
    assertThat(own.objection("11.0.0.0/8")).isEqualTo("a network wider than /16");
    List<String> broken = List.of("ok.example", "no thing");
    assertThatThrownBy(() -> WarningList.of("ours.txt", broken, Widest.USUAL))
        .hasMessageContaining("ours.txt: line 2: ");
  }
}
