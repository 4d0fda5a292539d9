package org.tocsin.model.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameBasedIdTest {
  private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

  /** RFC 9562 appendix A.4, and values any implementation of version 5 gives. */
  @ParameterizedTest
  @CsvSource({
    "6ba7b810-9dad-11d1-80b4-00c04fd430c8,www.example.com,2ed6657d-e927-568b-95e1-2665a8aea6a2",
    "6ba7b810-9dad-11d1-80b4-00c04fd430c8,python.org,886313e1-3b8a-5372-9b90-0c9aee199e5d",
    "6ba7b811-9dad-11d1-80b4-00c04fd430c8,http://www.example.com/,fcde3c85-2270-590f-9e7c-ee003d65e0e2",
  })
  void shouldAgreeWithTheStandard(UUID namespace, String name, UUID id) {
    assertThat(NameBasedId.of(namespace, name.getBytes(UTF_8))).isEqualTo(id);
  }

  @Test
  void shouldBeOfVersionFiveAndVariantTwo() {
    for (int i = 0; i < 1_000; i++) {
      UUID id = NameBasedId.in(DNS).part("x" + i).id();
      assertThat(id.version()).isEqualTo(5);
      assertThat(id.variant()).isEqualTo(2);
    }
  }

  @Test
  void shouldCountTheBordersBetweenParts() {
    UUID id = NameBasedId.in(DNS).part("ab").part("c").id();
    assertThat(id).isEqualTo(NameBasedId.in(DNS).part("ab".getBytes(UTF_8)).part("c").id());
    assertThat(id).isNotEqualTo(NameBasedId.in(DNS).part("a").part("bc").id());
    assertThat(id).isNotEqualTo(NameBasedId.in(DNS).part("abc").id());
    assertThat(id).isNotEqualTo(NameBasedId.in(DNS).part("ab").part("c").part("").id());
  }

  @Test
  void shouldDifferByNamespace() {
    assertThat(NameBasedId.in(DNS).part("a").id())
        .isNotEqualTo(NameBasedId.in(new UUID(0, 0)).part("a").id());
  }
}
