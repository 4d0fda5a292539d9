package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.stream.delivery.DeliveryProgress;
import org.tocsin.stream.journal.JournalProgress;

/** Waits for the projector, and for those who read the ledger; not for ever. */
final class CaughtUp implements Announcer.Catching {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final JournalProgress journal;
  private final DeliveryProgress deliveries;

  CaughtUp(JournalProgress journal, DeliveryProgress deliveries) {
    this.journal = journal;
    this.deliveries = deliveries;
  }

  @Override
  public void projected(long offset) {
    await("the projector", () -> journal.offset() > offset);
  }

  @Override
  public void ledger() {
    Map<Integer, Long> end = deliveries.end();
    await("the courier", () -> deliveries.waitingBefore(end) == 0);
  }

  private static void await(String whom, BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw behind(whom, new IllegalStateException("it is still behind"));
      }
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw behind(whom, e);
      }
    }
  }

  private static StreamUnavailableException behind(String whom, Exception cause) {
    return new StreamUnavailableException("waiting for " + whom, LOOK, cause);
  }
}
