package org.tocsin.stream.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.tocsin.stream.StreamUnavailableException;

class FailuresTest {
  @Test
  void shouldSayWhenToTryAgain() {
    assertThat(Failures.translate("keep it", new ExecutionException(new TimeoutException("x"))))
        .isInstanceOfSatisfying(
            StreamUnavailableException.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(10)))
        .hasMessage("Kafka did not answer in time to keep it");
  }

  @Test
  void shouldNotClaimATimeoutWhereKafkaRefused() {
    assertThat(Failures.translate("keep it", new NotEnoughReplicasException("x")))
        .isInstanceOf(StreamUnavailableException.class)
        .hasMessage("Kafka could not keep it: NotEnoughReplicasException");
  }

  @Test
  void shouldKeepAnInterrupt() {
    RuntimeException translated = Failures.translate("keep it", new InterruptedException());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(translated).isInstanceOf(StreamUnavailableException.class);
  }

  @Test
  void shouldLeaveFaultsOfOurOwnAlone() {
    IllegalArgumentException fault = new IllegalArgumentException("x");

    assertThat(Failures.translate("keep it", new ExecutionException(fault))).isSameAs(fault);
  }
}
