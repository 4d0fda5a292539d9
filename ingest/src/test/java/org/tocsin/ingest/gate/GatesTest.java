package org.tocsin.ingest.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.feed.OpenWay;
import org.tocsin.store.StoreUnavailableException;

class GatesTest {
  private volatile List<Feed> decided = List.of();
  private volatile boolean away;
  private final Gates gates =
      new Gates(() -> {
        if (away) {
          throw new StoreUnavailableException("switched off", new IllegalStateException());
        }
        return decided;
      });

  @AfterEach
  void stop() {
    gates.stop();
  }

  @Test
  void shouldKnowAPauseBeforeAnythingIsTakenAfterAStart() {
    decided = List.of(paused("osint"), paused("way.folder"));

    gates.start();

    assertThat(gates.isKnown()).isTrue();
    assertThat(gates.isPaused(OpenWay.FOLDER)).isTrue();
    assertThat(gates.isPaused(OpenWay.PUSH)).isFalse();
  }

  @Test
  void shouldFollowWhatIsDecidedAndStayAsItWasWhileTheStoreIsAway() {
    gates.start();
    assertThat(gates.isPaused(OpenWay.PUSH)).isFalse();
    decided = List.of(paused("way.push"));
    await().until(() -> gates.isPaused(OpenWay.PUSH));

    away = true;
    decided = List.of();
    await()
        .during(Duration.ofMillis(1200))
        .atMost(Duration.ofSeconds(5))
        .until(() -> gates.isPaused(OpenWay.PUSH));
    away = false;
    await().until(() -> !gates.isPaused(OpenWay.PUSH));
  }

  @Test
  void shouldStartAlthoughTheStoreIsAwayAndKnowItOnceItAnswers() {
    away = true;
    decided = List.of(paused("way.push"));
    gates.start();
    assertThat(gates.isKnown()).isFalse();
    assertThat(gates.isPaused(OpenWay.PUSH)).isFalse();

    away = false;
    await().until(() -> gates.isPaused(OpenWay.PUSH));
    assertThat(gates.isKnown()).isTrue();
  }

  private static Feed paused(String name) {
    return new Feed(name, null, null, true, false);
  }
}
