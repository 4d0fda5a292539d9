package org.tocsin.alerts.delivery;

import java.time.Duration;

/** What came of one try. */
public sealed interface Attempt {
  /** The recipient took it. */
  record Taken() implements Attempt {}

  /**
   * Not now; it is worth trying again.
   *
   * @param reason in words fit for readers
   * @param asked how long the recipient asked to wait, zero where they did not
   */
  record Later(String reason, Duration asked) implements Attempt {}

  /**
   * No further try would help.
   *
   * @param reason in words fit for readers
   */
  record Never(String reason) implements Attempt {}
}
