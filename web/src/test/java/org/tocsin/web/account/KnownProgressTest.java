package org.tocsin.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.web.fake.Streamed;

class KnownProgressTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Streamed streamed = new Streamed();
  private final KnownProgress progress =
      new KnownProgress(streamed.progress(), InstantSource.fixed(NOW));

  @Test
  void shouldFollowKafka() {
    streamed.horizon = NOW;
    assertThat(progress.now().horizon()).isEqualTo(NOW);
    streamed.horizon = NOW.plusSeconds(1);
    assertThat(progress.now().horizon()).isEqualTo(NOW.plusSeconds(1));
    assertThat(progress.now().current()).isTrue();
  }

  @Test
  void shouldKeepTheLastHorizonWhileKafkaIsAway() {
    streamed.horizon = NOW;
    progress.now();
    streamed.away = true;

    assertThat(progress.now().horizon()).isEqualTo(NOW);
    assertThat(progress.now().current()).isFalse();
    assertThat(progress.now().at()).isEqualTo(NOW);
  }

  @Test
  void shouldSayThatKafkaIsAwayWhereItNeverAnswered() {
    streamed.away = true;

    assertThatExceptionOfType(StreamUnavailableException.class).isThrownBy(progress::now);
  }
}
