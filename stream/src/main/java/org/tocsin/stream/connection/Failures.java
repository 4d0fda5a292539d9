package org.tocsin.stream.connection;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.tocsin.stream.StreamUnavailableException;

/** Says what a failure of a Kafka client means to the rest of the program. */
public final class Failures {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private Failures() {}

  /**
   * Everything a client reports means that the thing was not done and may be tried again; whatever
   * else went wrong stays what it is.
   *
   * @param doing what was being done, as the end of a sentence
   */
  public static RuntimeException translate(String doing, Throwable failure) {
    return switch (failure) {
      case ExecutionException e when e.getCause() != null -> translate(doing, e.getCause());
      case CompletionException e when e.getCause() != null -> translate(doing, e.getCause());
      case StreamUnavailableException e -> e;
      case InterruptedException e -> interrupted(doing, e);
      case InterruptException e -> interrupted(doing, e);
      case org.apache.kafka.common.errors.TimeoutException e ->
          unavailable("Kafka did not answer in time to " + doing, e);
      case KafkaException e ->
          unavailable("Kafka could not %s: %s".formatted(doing, e.getClass().getSimpleName()), e);
      case TimeoutException e -> unavailable("Kafka did not answer in time to " + doing, e);
      case RuntimeException e -> e;
      default -> new IllegalStateException("could not " + doing, failure);
    };
  }

  /** The stream cannot be used just now. */
  public static StreamUnavailableException unavailable(String message, Throwable cause) {
    return new StreamUnavailableException(message, RETRY_AFTER, cause);
  }

  private static StreamUnavailableException interrupted(String doing, Exception cause) {
    Thread.currentThread().interrupt();
    return unavailable("interrupted while waiting for Kafka to " + doing, cause);
  }
}
