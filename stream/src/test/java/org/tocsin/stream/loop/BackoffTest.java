package org.tocsin.stream.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void shouldGrowUpToItsLongestPause() {
    Backoff backoff = new Backoff();
    List<Duration> pauses = Stream.generate(backoff::next).limit(20).toList();

    assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(pauses.subList(10, 20))
        .allSatisfy(
            pause -> assertThat(pause).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10)));
  }

  @Test
  void shouldNotBringEveryoneBackAtOnce() {
    assertThat(Stream.generate(() -> new Backoff().next()).limit(50).distinct().count())
        .isGreaterThan(5);
  }
}
