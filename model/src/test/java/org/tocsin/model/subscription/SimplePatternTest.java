package org.tocsin.model.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimplePatternTest {
  private static final Set<PatternValue> VALUES =
      Set.of(
          PatternValue.of("domain-name:value", "bad.example"),
          PatternValue.of("file:hashes.MD5", "AA"),
          PatternValue.of("file:name", "it's \\ here"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[domain-name:value = 'BAD.example']",
        "[ domain-name:value IN ('x', 'bad.example') ]",
        "[file:hashes.'MD5'='aa' AND domain-name:value='bad.example']",
        "[a-type:b = 'c' OR file:hashes.MD5 = 'aa' AND domain-name:value = 'bad.example']",
        "[(a-type:b = 'c' OR file:hashes.MD5 = 'aa') AND domain-name:value = 'bad.example']",
        "[file:name = 'it\\'s \\\\ here']"
      })
  void shouldHold(String pattern) {
    assertThat(SimplePattern.parse(pattern).holds(VALUES)).isTrue();
  }

  @Test
  void shouldBindAndStrongerThanOr() {
    String pattern = "[file:hashes.MD5 = 'aa' OR a-type:b = 'c' AND a-type:b = 'd']";
    assertThat(SimplePattern.parse(pattern).holds(VALUES)).isTrue();
    assertThat(SimplePattern.parse(pattern).holds(Set.of(PatternValue.of("a-type:b", "c"))))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "domain-name:value = 'x'",
        "[domain-name:value = 'x'",
        "[domain-name:value = 'x]",
        "[domain-name:value = x]",
        "[value = 'x']",
        "[domain-name:value LIKE 'x%']",
        "[domain-name:value != 'x']",
        "[domain-name:value = 'x'] AND [domain-name:value = 'y']",
        "[domain-name:value = 'x'] WITHIN 5 SECONDS",
        "[domain-name:value IN ()]",
        "[domain-name:value = 'x' AND]"
      })
  void shouldSayWhereSomethingIsWrong(String pattern) {
    assertThatThrownBy(() -> SimplePattern.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("filter.pattern: at character ");
  }

  @Test
  void shouldRefuseBracketsWithoutEndAndTooManyValues() {
    assertThatThrownBy(() -> SimplePattern.parse("[" + "(".repeat(100_000)))
        .hasMessageContaining("no more brackets");
    assertThatThrownBy(() -> SimplePattern.parse("[a-type:b IN ('x'" + ", 'x'".repeat(500) + ")]"))
        .hasMessageContaining("values");
  }
}
