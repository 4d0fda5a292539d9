package org.tocsin.model.stix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS://Evil.Example.ORG/a",
        "https://evil.example.org:443/a",
        "https://evil.example.org:/a",
        "https://evil.example.org:0443/a",
        "https://evil.example.org./a",
        "https://evil.example.org/x/../a",
        "https://evil.example.org/./%61",
        "https://%65vil.example.org/%2e%2e/a",
        "https://@evil.example.org/a"
      })
  void shouldGiveSpellingsOfOneUrlOneSpelling(String text) {
    assertThat(UrlText.plain(text)).contains("https://evil.example.org/a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "http://example.org http://example.org/",
        "http://example.org?q http://example.org/?q",
        "http://example.org:8080 http://example.org:8080/",
        "https://example.org:80/ https://example.org:80/",
        "http://example.org/%7Ea/%e4?B=%2f&a=../.#F http://example.org/~a/%E4?B=%2F&a=../.#F",
        "http://example.org/a/b/c/./../../g http://example.org/a/g",
        "http://example.org/a/.. http://example.org/",
        "http://example.org/a//../b/. http://example.org/a/b/",
        "http://example.org/A%2FB/100%/%zz http://example.org/A%2FB/100%25/%25zz",
        "http://U:P@[2001:DB8:0::1]:81/ http://U:P@[2001:db8::1]:81/",
        "http://a_b.example.org/ http://a_b.example.org/",
        "http://0x7F.1/ http://0x7f.1/",
        "http://a@b@example.org/ http://a%40b@example.org/"
      })
  void shouldKeepWhatMeansSomething(String text, String plain) {
    assertThat(UrlText.plain(text)).contains(plain);
    assertThat(UrlText.plain(plain)).contains(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "http://",
        "http://a..b/",
        "http://a b/",
        "http://a\\b/",
        "http://a\\@b.example/",
        "http://example.org:70000/",
        "http://256.1.1.1/",
        "http://08.1.1.1/",
        "http://[1.2.3.4]/",
        "http://[:::]/",
        "http://ü.example/"
      })
  void shouldRefuseWhatIsNone(String text) {
    assertThat(UrlText.plain(text)).isEmpty();
  }

  @Test
  void shouldTellTheHost() {
    assertThat(UrlText.host("http://u:p@example.org:81/a@b:c")).isEqualTo("example.org");
    assertThat(UrlText.host("http://[2001:db8::1]:81/")).isEqualTo("2001:db8::1");
  }

  @ParameterizedTest
  @CsvSource({
    "2130706433,127.0.0.1",
    "017700000001,127.0.0.1",
    "0x7f.1,127.0.0.1",
    "127.1,127.0.0.1",
    "0xc0a80101,192.168.1.1",
    "192.168.257,192.168.1.1",
    "4294967295,255.255.255.255"
  })
  void shouldReadNumbersAsBrowsersDo(String host, String address) {
    assertThat(HostNumber.readings(host)).containsExactly(address);
  }

  @Test
  void shouldReadLeadingZerosEitherWay() {
    assertThat(HostNumber.readings("010.1.2.3")).containsExactly("8.1.2.3", "10.1.2.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4294967296", "1.2.3.4.5", "256.1.1.1", "1..2", "", "example.org", "1.0x1ffffff"})
  void shouldReadNothingIntoWhatIsNoNumber(String host) {
    assertThat(HostNumber.readings(host)).isEmpty();
  }
}
