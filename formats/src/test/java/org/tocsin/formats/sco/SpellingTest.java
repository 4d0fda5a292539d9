package org.tocsin.formats.sco;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail addresses, MAC addresses and hashes in the one spelling that is theirs. */
class SpellingTest {
  @ParameterizedTest
  @CsvSource({"Jane.Doe+x@Example.ORG,Jane.Doe+x@example.org", "a@ü.example,a@xn--tda.example"})
  void shouldReadMailAddresses(String text, String value) {
    assertThat(EmailAddress.parse(text)).contains(new EmailAddress(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@example.org",
        "a@",
        "a@localhost",
        "a b@example.org",
        ".a@example.org",
        "a..b@example.org",
        "Jane <jane@example.org>",
        "a@b@example.org",
        "ü@example.org"
      })
  void shouldRefuseOtherMailAddresses(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "00-00-5E-00-53-01,00:00:5e:00:53:01",
    "00:00:5e:00:53:01,00:00:5e:00:53:01",
    "00005e005301,00:00:5e:00:53:01"
  })
  void shouldReadMacAddresses(String text, String value) {
    assertThat(MacAddress.parse(text)).contains(new MacAddress(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-00-00-00-00-00",
        "00-00-5e-00-53",
        "00-00:5e-00-53-01",
        "0000.5e00.5301",
        "00-00-5e-00-53-0g",
        "00-00-5e-00-53-01-02"
      })
  void shouldRefuseOtherMacAddresses(String text) {
    assertThat(MacAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "zz000000000000000000000000000000",
        "d41d8cd98f00b204e9800998ecf8427",
        "d41d8cd98f00b204e9800998ecf8427e0",
        "d41d8cd98f00b204e9800998ecf8427\u0665"
      })
  void shouldRefuseWhatIsNoHash(String text) {
    Hashes hashes = new Hashes();
    assertThat(hashes.add(Hashes.Algorithm.MD5, text)).isFalse();
    assertThat(hashes.isEmpty()).isTrue();
  }
}
