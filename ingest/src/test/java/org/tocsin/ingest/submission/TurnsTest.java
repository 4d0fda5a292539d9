package org.tocsin.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.refusal.RetryableRefusalException;

class TurnsTest {
  private static final UUID ONE = new UUID(0, 1);

  private final Turns turns = new Turns(Duration.ofSeconds(30));
  private int count;

  @Test
  void shouldLetOneAfterTheOtherInAndForgetThem() {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(
          CompletableFuture.runAsync(
              () -> turns.alone(ONE, this::slowIncrement), Thread::startVirtualThread));
    }
    all.forEach(CompletableFuture::join);

    assertThat(count).isEqualTo(50);
    assertThat(turns.size()).isZero();
  }

  @Test
  void shouldNotKeepOtherReceiptsWaiting() {
    assertThat(turns.<Integer>alone(ONE, () -> turns.alone(new UUID(0, 2), () -> 5))).isEqualTo(5);
  }

  @Test
  void shouldForgetAReceiptWhoseWorkFailed() {
    assertThatThrownBy(() ->
            turns.alone(
                ONE,
                () -> {
                  throw new IllegalStateException();
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(turns.size()).isZero();
  }

  @Test
  void shouldNotWaitForEver() {
    Turns impatient = new Turns(Duration.ofMillis(20));
    CompletableFuture<Void> end = new CompletableFuture<>();
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () -> impatient.alone(ONE, end::join), Thread::startVirtualThread);
    await().until(() -> impatient.size() == 1);

    assertThatThrownBy(() -> impatient.alone(ONE, () -> 1))
        .isInstanceOf(RetryableRefusalException.class);

    end.complete(null);
    assertThat(first).succeedsWithin(Duration.ofSeconds(5));
    assertThat(impatient.size()).isZero();
  }

  private int slowIncrement() {
    int before = count;
    Thread.yield();
    count = before + 1;
    return count;
  }
}
