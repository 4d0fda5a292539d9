package org.tocsin.outward;

import java.time.Duration;

/**
 * How a machine answered to a message.
 *
 * @param status the status code of HTTP
 * @param retryAfter how long it asks to wait; zero where it says nothing
 */
public record Answer(int status, Duration retryAfter) {
  /** Whether it took the message. */
  public boolean isTaken() {
    return status >= 200 && status < 300;
  }
}
