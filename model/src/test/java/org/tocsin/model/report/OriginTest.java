package org.tocsin.model.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  @ParameterizedTest
  @ValueSource(strings = {"shadowserver", "a", "0", "cert.example", "scan_http-2"})
  void shouldTakeShortNames(String name) {
    assertThat(new Origin(name, name).feed()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", ".a", "A", "a b", "a/b", "ä", "a\n"})
  void shouldRefuseOtherNames(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Origin(name, "feed"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Origin("provider", name));
  }

  @Test
  void shouldRefuseNamesLongerThan64() {
    assertThat(new Origin("a".repeat(64), "feed").provider()).hasSize(64);
    assertThatIllegalArgumentException().isThrownBy(() -> new Origin("a".repeat(65), "feed"));
  }
}
