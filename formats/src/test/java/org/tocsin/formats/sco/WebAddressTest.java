package org.tocsin.formats.sco;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "http://example.com http://example.com/",
        "HTTP://192.0.2.1:8080/a?b=c#d http://192.0.2.1:8080/a?b=c#d",
        "https://[2001:db8::1]/ https://[2001:db8::1]/",
        "http://example.com/a|b{c}?[d]#e#f http://example.com/a%7Cb%7Bc%7D?%5Bd%5D#e%23f",
        "http://example.com/100%/%41 http://example.com/100%25/A",
        "http://münchen.example:81/ü http://xn--mnchen-3ya.example:81/%C3%BC",
        "http://u@MÜNCHEN.example./ http://u@xn--mnchen-3ya.example/",
        "http://XN--MNCHEN-3YA.example/ http://xn--mnchen-3ya.example/",
        "http://xn--0.example/ http://xn--0.example/",
        "http://１２７。0.0.1/ http://127.0.0.1/",
        "ftp://user:secret@example.com/ ftp://user:secret@example.com/"
      })
  void shouldWriteAUrlAsAUri(String text, String value) {
    assertThat(WebAddress.parse(text)).contains(new WebAddress(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "/path",
        "http:///path",
        "http://",
        "http://exa mple.com/",
        "javascript:alert(1)",
        "://example.com",
        "http://example.com:port/",
        "null",
        "http://[::1/",
        "http://\u0000/",
        "http://a_\u00fc/"
      })
  void shouldRefuseWhatIsNone(String text) {
    assertThat(WebAddress.parse(text)).isEmpty();
  }

  @Test
  void shouldEncodeBlanks() {
    assertThat(WebAddress.parse("http://example.com/a b\n").orElseThrow().value())
        .isEqualTo("http://example.com/a%20b%0A");
  }
}
