package org.tocsin.stream;

import java.util.concurrent.CompletableFuture;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;

/** The raw log: what was collected, as it came. Thread-safe. */
public interface ReportLog extends AutoCloseable {
  /**
   * Appends a raw record to a lane. Which partition it goes to follows from receipt and number
   * alone, so a retry and a redrive land where the first one did. Blocks while the send buffer is
   * full.
   *
   * @return where it is kept, once all in-sync replicas have it; completes with {@link
   *     StreamUnavailableException} when that does not happen in time
   * @throws StreamUnavailableException when Kafka cannot be reached at all
   */
  CompletableFuture<RawLocation> append(Lane lane, RawRecord raw);

  /**
   * Writes down how far a submission came, and returns once all in-sync replicas have it.
   *
   * @throws StreamUnavailableException when that does not happen in time
   */
  void append(Submission submission);

  /**
   * Reads a raw record back.
   *
   * @throws java.util.NoSuchElementException when retention has taken it
   * @throws StreamUnavailableException when Kafka does not answer
   */
  RawRecord read(RawLocation location);

  @Override
  void close();
}
