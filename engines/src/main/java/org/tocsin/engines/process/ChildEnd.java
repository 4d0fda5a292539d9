package org.tocsin.engines.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The end of a child: asked first, forced after a grace period. */
final class ChildEnd {

  private ChildEnd() {}

  /** Returns when the process is gone. */
  static void stop(Process process, Duration grace) {
    process.destroy();
    try {
      if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
