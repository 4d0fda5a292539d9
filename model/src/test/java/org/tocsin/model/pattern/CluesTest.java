package org.tocsin.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CluesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          [ipv4-addr:value = '198.51.100.7']                                | IP 198.51.100.7
          [ipv4-addr:value = '198.51.100.7/32']                             | IP 198.51.100.7
          [ipv4-addr:value ISSUBSET '198.51.100.9/24']                      | IP 198.51.100.0/24
          [ipv6-addr:value IN ('2001:DB8::1', '2001:db8::2')]               | IP 2001:db8::1, IP 2001:db8::2
          [domain-name:value = 'Example.COM']                               | DOMAIN Example.COM
          [url:value = 'http://example.com/']                               | URL http://example.com/
          [email-addr:value = 'a@example.com']                              | EMAIL a@example.com
          [autonomous-system:number = 64500]                                | ASN 64500
          [file:hashes.'SHA-256' = 'AB']                                    | HASH AB
          [x509-certificate:hashes.MD5 = 'ab']                              | HASH ab
          [network-traffic:dst_ref.value = '198.51.100.7']                  | IP 198.51.100.7
          [network-traffic:dst_ref.value ISSUBSET '198.51.100.0/24']        | IP 198.51.100.0/24
          [network-traffic:dst_ref.value = 'example.com']                   | DOMAIN example.com
          [email-message:to_refs[*].value = 'a@example.com']                | EMAIL a@example.com
          [domain-name:value = 'a.example' AND file:size > 3]               | DOMAIN a.example
          [url:value IN ('a:b', 'a:c') AND ipv4-addr:value = '192.0.2.1']   | IP 192.0.2.1
          [url:value = 'a:b' OR ipv4-addr:value = '192.0.2.1']              | URL a:b, IP 192.0.2.1
          [url:value = 'a:b'] FOLLOWEDBY ([url:value = 'a:c'] REPEATS 2 TIMES) | URL a:b, URL a:c
          """)
  void shouldNameValuesOneOfWhichIsInWhateverTakesPart(String pattern, String clues) {
    assertThat(
            Clues.of(Pattern.parse(pattern)).stream()
                .map(clue -> clue.kind() + " " + clue.value())
                .collect(Collectors.joining(", ")))
        .isEqualTo(clues);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[file:name = 'a.exe']",
        "[url:value LIKE 'http://%']",
        "[url:value != 'a:b']",
        "[url:value NOT = 'a:b']",
        "[url:value = 'a:b' OR file:name = 'a.exe']",
        "[url:value = 'a:b'] AND [file:name = 'a.exe']",
        "[EXISTS url:value]",
        "[ipv4-addr:value ISSUPERSET '198.51.100.0/24']",
        "[ipv4-addr:value = 'unknown']",
        "[network-traffic:dst_ref.value = '00:00:5e:00:53:01']",
        "[file:hashes.MD5 = h'ab']"
      })
  void shouldSayThatAPatternHasNone(String pattern) {
    assertThatThrownBy(() -> Clues.of(Pattern.parse(pattern)))
        .isInstanceOf(UnsupportedPatternException.class)
        .hasMessageContaining("no indexed value is compared in [");
  }

  @Test
  void shouldBoundHowManyThereAre() {
    String values = "'a:b'" + ", 'a:b'".repeat(10);
    assertThat(Clues.of(Pattern.parse("[url:value IN (" + values + ")]"))).hasSize(1);
    StringBuilder many = new StringBuilder("'a:b'");
    for (int i = 0; i < Clues.MOST; i++) {
      many.append(", 'a:").append(i).append("'");
    }
    assertThatThrownBy(() -> Clues.of(Pattern.parse("[url:value IN (" + many + ")]")))
        .hasMessageContaining("more than 5000 values");
  }
}
