package org.tocsin.stream.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GateTest {
  private final Gate gate = new Gate();

  @Test
  void shouldReportRestAtOnceWhereNothingWorks() {
    assertThat(gate.pause(Duration.ZERO)).isTrue();
    assertThat(gate.mustRest()).isTrue();
  }

  @Test
  void shouldNotReportRestWhileThereIsWork() {
    assertThat(gate.mustRest()).isFalse();

    assertThat(gate.pause(Duration.ofMillis(20))).isFalse();
  }

  @Test
  void shouldReportRestOnceTheWorkIsDone() {
    assertThat(gate.mustRest()).isFalse();
    CompletableFuture<Boolean> paused =
        CompletableFuture.supplyAsync(() -> gate.pause(Duration.ofSeconds(30)));

    await().until(gate::mustRest);

    assertThat(paused.join()).isTrue();
  }

  @Test
  void shouldGoOnAfterAPause() {
    assertThat(gate.pause(Duration.ZERO)).isTrue();
    gate.resume();

    assertThat(gate.mustRest()).isFalse();
  }

  @Test
  void shouldNotRestBeyondTheClose() {
    CompletableFuture<Void> resting =
        CompletableFuture.runAsync(() -> gate.rest(Duration.ofHours(1)));

    gate.close();

    assertThat(resting).succeedsWithin(Duration.ofSeconds(10));
    assertThat(gate.isOpen()).isFalse();
  }
}
