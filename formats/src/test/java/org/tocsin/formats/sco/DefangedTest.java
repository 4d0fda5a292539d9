package org.tocsin.formats.sco;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefangedTest {
  @ParameterizedTest
  @CsvSource({
    "hxxp://example.org/a, http://example.org/a",
    "hXXps://example[.]org, https://example.org",
    "fxp://example(.)org, ftp://example.org",
    "192.0.2[.]1, 192.0.2.1",
    "example[dot]org, example.org",
    "example[DOT]org, example.org",
    "user[@]example{.}org, user@example.org",
    "user[at]example.org, user@example.org",
    "hxxp[://]example[.]org, http://example.org",
    "http[:]//example[.org, http://example.org",
    "http://[2001:db8::1]/x, http://[2001:db8::1]/x",
    "example.org, example.org",
  })
  void shouldRestoreWhatWasDefanged(String defanged, String plain) {
    assertThat(Defanged.restore(defanged)).isEqualTo(plain);
  }
}
