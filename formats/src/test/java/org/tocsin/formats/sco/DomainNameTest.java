package org.tocsin.formats.sco;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
  @ParameterizedTest
  @CsvSource({
    "example.com,example.com",
    "WWW.Example.COM.,www.example.com",
    "192-0-2-1.example.net,192-0-2-1.example.net",
    "münchen.example,xn--mnchen-3ya.example",
    "XN--MNCHEN-3YA.example,xn--mnchen-3ya.example",
    "faß.example,xn--fa-hia.example",
    "例え。テスト,xn--r8jz45g.xn--zckzah"
  })
  void shouldGiveANameItsOneSpelling(String text, String value) {
    assertThat(DomainName.parse(text)).contains(new DomainName(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "localhost",
        "192.0.2.1",
        "a..b",
        ".example.com",
        "-a.example.com",
        "a-.example.com",
        "a_b.example.com",
        "a b.example.com",
        "example.com:80",
        "http://example.com",
        "example.com..",
        "xn--a.example",
        "xn--\u0000.example",
        "1.2",
        "a.com/",
        "\u202e.example",
        "*.example.com"
      })
  void shouldRefuseWhatIsNoName(String text) {
    assertThat(DomainName.parse(text)).isEmpty();
  }

  @Test
  void shouldHoldTheLimitsOfLength() {
    String label = "a".repeat(63);
    assertThat(DomainName.parse(label + ".example")).isPresent();
    assertThat(DomainName.parse("a" + label + ".example")).isEmpty();
    String longest = (label + ".").repeat(3) + "a".repeat(61);
    assertThat(DomainName.parse(longest)).isPresent();
    assertThat(DomainName.parse(longest + "a")).isEmpty();
    assertThat(DomainName.parse("ü".repeat(200) + ".example")).isEmpty();
  }

  @Test
  void shouldKnowLabelsThatStixHasNoPlaceFor() {
    assertThat(DomainName.parse("www.li--do.example.org").orElseThrow().hasReservedLabel())
        .isTrue();
    assertThat(DomainName.parse("xn--bcher-kva.example").orElseThrow().hasReservedLabel())
        .isFalse();
    assertThat(DomainName.parse("a-b--c.example.org").orElseThrow().hasReservedLabel()).isFalse();
    assertThat(DomainName.parse("ab--.ab-.org").isPresent()).isFalse();
  }
}
