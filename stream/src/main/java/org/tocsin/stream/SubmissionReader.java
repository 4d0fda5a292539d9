package org.tocsin.stream;

import java.util.Optional;
import java.util.UUID;
import org.tocsin.model.account.Submission;

/**
 * The submissions of the last day out of Kafka itself, at most 20,000 of them: what an account is
 * based on while Elasticsearch is away. Thread-safe.
 */
public interface SubmissionReader extends AutoCloseable {
  /**
   * The last state of that submission; empty where it is unknown or too old.
   *
   * @throws StreamUnavailableException when it is unknown here but Kafka may hold it
   */
  Optional<Submission> find(UUID receipt);

  @Override
  void close();
}
