package org.tocsin.web.command;

import java.time.Duration;
import org.tocsin.stream.StreamUnavailableException;

/**
 * Kafka has not said that the journal has a command. It may have it all the same: only the same
 * command id can be given again without doing it twice.
 */
public final class JournalUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  JournalUnavailableException(StreamUnavailableException cause) {
    super(
        "The journal does not answer. The command may be carried out all the same: give it again"
            + " with the same commandId.",
        cause);
    this.retryAfter = cause.retryAfter();
  }

  /** When to give it again at the earliest. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
