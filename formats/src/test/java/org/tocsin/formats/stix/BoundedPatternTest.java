package org.tocsin.formats.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BoundedPatternTest {
  private static final String TYPE = "^([a-z][a-z0-9]*)+(-[a-z0-9]+)*\\-?$";

  @Test
  void shouldFindWhatThePatternFinds() {
    BoundedPattern bounded = new BoundedPattern(TYPE);
    Pattern pattern = Pattern.compile("^([a-z][a-z0-9]*)+(-[a-z0-9]+)*\\-?\\z");
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random, 1 + random.nextInt(i % 10 == 0 ? 150 : 4));
      assertThat(bounded.matches(text)).as(text).isEqualTo(pattern.matcher(text).find());
    }
  }

  @Test
  void shouldEndWhereTheTextEnds() {
    assertThat(new BoundedPattern("^a$").matches("a")).isTrue();
    assertThat(new BoundedPattern("^a$").matches("a\n")).isFalse();
  }

  @Test
  void shouldGiveUpWhereItTriesForEver() {
    assertThatExceptionOfType(BoundedPattern.TooLongException.class)
        .isThrownBy(() -> new BoundedPattern(TYPE).matches("aaa" + "ab0".repeat(2_000) + "!"));
    assertThatExceptionOfType(BoundedPattern.TooLongException.class)
        .isThrownBy(() -> new BoundedPattern(TYPE).matches("a-".repeat(200_000)));
  }

  @Test
  void shouldReadLongTextsThatAreNoTrouble() {
    assertThat(new BoundedPattern("^([a-fA-F0-9]{2})+$").matches("0f".repeat(4_000_000))).isTrue();
    assertThat(new BoundedPattern("^([a-fA-F0-9]{2})+$").matches("0f".repeat(4_000_000) + "x"))
        .isFalse();
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("aab0-!\n".charAt(random.nextInt(i == 0 ? 3 : 60) % 7));
    }
    return text.toString();
  }
}
