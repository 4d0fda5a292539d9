package org.tocsin.ingest.submission;

import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.refusal.RetryableRefusalException;
import org.tocsin.ingest.unpack.Spools;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.stream.ReportLog;

/**
 * Writes a submission to the log: opens it, appends its raw records, and seals it once all of them
 * are acknowledged. Thread-safe.
 */
public final class SubmissionWriter {
  /** How much of a submission is looked at to recognise its format, in bytes. */
  private static final int SAMPLE = 64 * 1024;

  /** What is larger is bulk whoever sends it, in bytes. */
  private static final int LARGEST_INTERACTIVE = 1024 * 1024;

  private static final Logger logger = LoggerFactory.getLogger(SubmissionWriter.class);

  private final FormatChoice formats;
  private final ReportLog log;
  private final Backpressure backpressure;
  private final Room room;
  private final Spools spools;
  private final SubmissionMetrics metrics;
  private final InstantSource clock;

  /**
   * A writer.
   *
   * @param spools where large records wait for their turn
   */
  public SubmissionWriter(
      FormatChoice formats,
      ReportLog log,
      Backpressure backpressure,
      Room room,
      Spools spools,
      SubmissionMetrics metrics,
      InstantSource clock) {
    this.formats = formats;
    this.log = log;
    this.backpressure = backpressure;
    this.room = room;
    this.spools = spools;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Writes all of it; see {@link Collector#collect} for what it throws. */
  Receipt write(UUID id, InputStream body, SubmissionRequest request) {
    try (Room.Share _ = room.place(request.machine())) {
      MeasuredInput measured = new MeasuredInput(body);
      PeekedInput peeked = new PeekedInput(measured);
      Course course = course(request, peeked);
      waitsForTriage(course.lane());
      Attempt attempt =
          new Attempt(
              log,
              metrics,
              id,
              request,
              course.reading().format(),
              course.lane(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
      try (RecordAllowance allowance = new RecordAllowance(peeked, room, spools)) {
        return attempt.run(measured, course.reading(), allowance, new Window(log, room));
      }
    }
  }

  /**
   * Looks at the first bytes. Nothing is written yet, so what is refused here leaves no receipt,
   * only a line in the log and a count.
   */
  private Course course(SubmissionRequest request, PeekedInput peeked) {
    try {
      byte[] head = peeked.peek(SAMPLE);
      if (head.length == 0) {
        throw new RefusedException(Refusal.EMPTY, "There is not a single byte in it.");
      }
      return new Course(formats.choose(request, head), lane(request, peeked));
    } catch (RefusedException e) {
      Origin origin = request.terms().origin();
      metrics.refused(origin, e.refusal());
      logger.warn(
          "A submission for {}/{} was never opened: {}: {}",
          origin.provider(),
          origin.feed(),
          e.refusal().key(),
          e.detail());
      throw e;
    }
  }

  private static Lane lane(SubmissionRequest request, PeekedInput peeked) {
    boolean large =
        request.length() > LARGEST_INTERACTIVE
            || request.length() < 0 && peeked.isLongerThan(LARGEST_INTERACTIVE);
    return request.machine() || large ? Lane.BULK : Lane.INTERACTIVE;
  }

  private void waitsForTriage(Lane lane) {
    if (lane == Lane.BULK) {
      backpressure.bulkWait().ifPresent(SubmissionWriter::laneFull);
    }
  }

  private static void laneFull(Duration wait) {
    throw new RetryableRefusalException(Refusal.LANE_FULL, wait);
  }

  /** How a submission is read, and the lane it takes. */
  private record Course(Reading reading, Lane lane) {}
}
