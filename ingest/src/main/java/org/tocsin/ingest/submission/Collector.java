package org.tocsin.ingest.submission;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.refusal.RetryableRefusalException;
import org.tocsin.model.report.NodeNamespace;

/**
 * Takes submissions. Whoever has a receipt can rely on every byte being kept; a submission that
 * breaks off is aborted, and the exception says why. Thread-safe.
 */
public final class Collector {
  private final Supplier<NodeNamespace> namespace;
  private final EarlierReceipts earlier;
  private final SubmissionWriter writer;
  private final SubmissionMetrics metrics;
  private final Turns turns;

  /**
   * A collector.
   *
   * @param namespace the node's namespace; asked only where a client gives an Idempotency-Key, and
   *     may fail as the log may
   */
  public Collector(
      Supplier<NodeNamespace> namespace,
      EarlierReceipts earlier,
      SubmissionWriter writer,
      SubmissionMetrics metrics,
      Room room) {
    this.namespace = namespace;
    this.earlier = earlier;
    this.writer = writer;
    this.metrics = metrics;
    this.turns = new Turns(room.patience());
  }

  /**
   * Takes one submission to its end.
   *
   * @param body its bytes; closing it stays with the caller
   * @return its receipt, once all in-sync replicas have all of it and its seal; where the same
   *     bytes were sealed under the same key before, that receipt again, with nothing written
   * @throws RefusedException when it can not be taken
   * @throws RetryableRefusalException when it can not be taken just now
   * @throws org.tocsin.stream.StreamUnavailableException when it can not be kept just now
   */
  public Receipt collect(InputStream body, SubmissionRequest request) {
    String key = request.key();
    if (key == null) {
      return writer.write(UUID.randomUUID(), body, request);
    }
    UUID id = request.receipt(namespace.get(), key);
    return turns.alone(id, () -> collectOnce(id, body, request));
  }

  private Receipt collectOnce(UUID id, InputStream body, SubmissionRequest request) {
    Optional<Receipt> before = earlier.find(id);
    if (before.isPresent()) {
      return repeat(before.get(), body, request);
    }
    Receipt receipt = writer.write(id, body, request);
    earlier.remember(receipt);
    return receipt;
  }

  private Receipt repeat(Receipt before, InputStream body, SubmissionRequest request) {
    if (!before.origin().equals(request.terms().origin())) {
      throw new RefusedException(
          Refusal.KEY_REUSED, "It was used before, for another provider or feed.");
    }
    MeasuredInput measured = new MeasuredInput(body);
    measured.drain();
    if (!before.sha256().equals(measured.sha256())) {
      throw new RefusedException(Refusal.KEY_REUSED, "It was used before, with other bytes.");
    }
    metrics.repeated(before.origin());
    return before;
  }
}
