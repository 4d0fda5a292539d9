package org.tocsin.store.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tocsin.store.StoreUnavailableException;

class FollowedTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
  private final AtomicInteger edition = new AtomicInteger(1);
  private volatile LongSupplier store = edition::get;
  private final Followed<String> followed =
      new Followed<>(
          "a thing", () -> store.getAsLong(), () -> "edition " + edition.get(), now::get);

  @Test
  void shouldFollowAChangeAfterASecond() {
    assertThat(followed.now()).isEqualTo("edition 1");
    edition.set(2);
    assertThat(followed.now()).isEqualTo("edition 1");
    pass();

    assertThat(followed.now()).isEqualTo("edition 2");
  }

  @Test
  void shouldStayAsItWasWhileTheStoreIsAway() {
    assertThat(followed.now()).isEqualTo("edition 1");
    store = FollowedTest::away;
    pass();

    assertThat(followed.now()).isEqualTo("edition 1");
  }

  @Test
  void shouldSayThatItWasNeverRead() {
    store = FollowedTest::away;

    assertThatThrownBy(followed::now).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  @Timeout(30)
  void shouldNotHoldUpForLongWhoeverAsksWhileTheStoreHangs() throws Exception {
    assertThat(followed.now()).isEqualTo("edition 1");
    CountDownLatch back = new CountDownLatch(1);
    store =
        () -> {
          awaitUninterrupted(back);
          return 2;
        };
    pass();
    edition.set(2);

    assertThat(followed.now()).isEqualTo("edition 1");

    back.countDown();
    store = edition::get;
    pass();
    await().untilAsserted(() -> assertThat(followed.now()).isEqualTo("edition 2"));
  }

  private void pass() {
    now.updateAndGet(at -> at.plusSeconds(2));
  }

  private static long away() {
    throw new StoreUnavailableException("away", new IOException());
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
