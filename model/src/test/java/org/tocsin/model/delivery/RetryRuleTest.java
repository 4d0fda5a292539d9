package org.tocsin.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.model.delivery.Deliveries.START;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRuleTest {
  @ParameterizedTest
  @CsvSource({"1, 30", "2, 60", "3, 120", "5, 480", "8, 2400", "9, 2400", "500, 2400"})
  void shouldWaitTwiceAsLongEachTimeUpToAnHour(int attempt, long least) {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(pause(attempt, Duration.ZERO, seed))
          .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(least * 3 / 2));
    }
  }

  @Test
  void shouldNotWaitEquallyLongForAll() {
    assertThat(pause(4, Duration.ZERO, 1)).isNotEqualTo(pause(4, Duration.ZERO, 2));
  }

  @Test
  void shouldWaitAsLongAsItsRecipientAsks() {
    assertThat(pause(1, Duration.ofMinutes(20), 1)).isEqualTo(Duration.ofMinutes(20));
    assertThat(pause(1, Duration.ofSeconds(1), 1)).isGreaterThanOrEqualTo(RetryRule.FIRST);
    assertThat(pause(1, Duration.ofDays(7), 1)).isEqualTo(RetryRule.MOST_ASKED);
  }

  @RepeatedTest(20)
  void shouldTryForADayAndNoLonger() {
    Random random = new Random();
    Instant now = START;
    int attempt = 1;
    Optional<Instant> next = RetryRule.next(START, attempt, Duration.ZERO, now, random);
    while (next.isPresent()) {
      now = next.get();
      attempt++;
      next = RetryRule.next(START, attempt, Duration.ZERO, now, random);
    }
    assertThat(Duration.between(START, now)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    assertThat(attempt).isBetween(25, 50);
  }

  private static Duration pause(int attempt, Duration asked, long seed) {
    Instant next = RetryRule.next(START, attempt, asked, START, new Random(seed)).orElseThrow();
    return Duration.between(START, next);
  }
}
