package org.tocsin.model.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ScoIdTest {
  /**
   * Ids in the OASIS example bundles that were derived as section 2.9 says (those printed in the
   * specification's text were not).
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ipv4-addr|{\"value\":\"198.51.100.2\"}|9cf4a8ec-7640-5f40-a006-79942896168b",
        "ipv4-addr|{\"value\":\"203.0.113.19\"}|eb780e48-1e2d-5f9b-bc12-aeb03136d2d9",
        "domain-name|{\"value\":\"example.com\"}|bedb4899-d24b-5401-bc86-8f6b4cc18ec7",
        "autonomous-system|{\"number\":15139}|3aa27478-50b5-5ab8-9da9-cdc12b657fff",
        "mac-addr|{\"value\":\"d4:be:d9:17:d8:59\"}|e74408fe-cef4-5890-8bf6-3e4d8a5d9808",
        "email-addr|{\"value\":\"fred@abc.com\"}|bc2a920c-1b53-5abf-b42c-86ff94037f7f",
        "url|{\"value\":\"http://thereelin.com/mac/htm\"}|85336f56-d406-530a-a485-f28a369e6b36",
      })
  void shouldAgreeWithTheStandard(String type, String contributing, String uuid) {
    assertThat(ScoId.of(type, read(contributing))).isEqualTo(type + "--" + uuid);
  }

  @Test
  void shouldNotDependOnTheOrderOfProperties() {
    assertThat(ScoId.of("file", read("{\"name\":\"a\",\"hashes\":{\"MD5\":\"b\"}}")))
        .isEqualTo(ScoId.of("file", read("{\"hashes\":{\"MD5\":\"b\"},\"name\":\"a\"}")));
  }

  @Test
  void shouldBeTheSameForEverySpellingOfANumber() {
    assertThat(ScoId.of("autonomous-system", read("{\"number\":1.5139e4}")))
        .isEqualTo("autonomous-system--3aa27478-50b5-5ab8-9da9-cdc12b657fff");
  }

  @Test
  void shouldWriteCanonically() {
    assertThat(ScoId.canonical(read("{ \"b\" : 1.0, \"a\" : \"\\u00e9\" }")))
        .asString(UTF_8)
        .isEqualTo("{\"a\":\"é\",\"b\":1}");
  }

  @Test
  void shouldRefuseWhatHasNoCanonicalSpelling() {
    assertThatIllegalArgumentException().isThrownBy(() -> ScoId.canonical(read("{\"a\":1e400}")));
  }

  private static ObjectNode read(String json) {
    return (ObjectNode) StixJson.MAPPER.readTree(json);
  }
}
