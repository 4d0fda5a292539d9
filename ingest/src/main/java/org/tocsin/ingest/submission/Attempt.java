package org.tocsin.ingest.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.refusal.RetryableRefusalException;
import org.tocsin.model.account.Frame;
import org.tocsin.model.account.Submission;
import org.tocsin.model.account.Submission.State;
import org.tocsin.model.report.Lane;
import org.tocsin.stream.ReportLog;
import org.tocsin.stream.StreamUnavailableException;

/** One attempt at a submission, from its opening to its seal or abort. Used once. */
final class Attempt {
  private static final Logger logger = LoggerFactory.getLogger(Attempt.class);

  private final ReportLog log;
  private final SubmissionMetrics metrics;
  private final SubmissionRequest request;
  private final Submission opened;

  Attempt(
      ReportLog log,
      SubmissionMetrics metrics,
      UUID id,
      SubmissionRequest request,
      String format,
      Lane lane,
      Instant openedAt) {
    this.log = log;
    this.metrics = metrics;
    this.request = request;
    this.opened =
        new Submission(
            id,
            request.submitter(),
            request.terms().origin(),
            request.name(),
            format,
            lane,
            request.terms().tlp(),
            request.kind(),
            openedAt,
            State.OPENED,
            0,
            0,
            null,
            List.of(),
            null);
  }

  Receipt run(MeasuredInput measured, Reading reading, RecordAllowance allowance, Window window) {
    log.append(opened);
    metrics.opened(opened.origin());
    try {
      Filling filling = new Filling(opened, request.terms(), window);
      long framed = filling.fill(reading.framers().apply(allowance), allowance);
      if (framed != measured.count()) {
        throw new IllegalStateException(
            "framed " + framed + " of " + measured.count() + " bytes as " + opened.format());
      }
      Submission sealed =
          ended(State.SEALED, window, measured.count(), measured.sha256(), window.frames(), null);
      log.append(sealed);
      Receipt receipt = Receipt.of(sealed);
      metrics.sealed(receipt);
      return receipt;
    } catch (RuntimeException | Error e) {
      abort(e, measured.count(), window);
      throw e;
    }
  }

  private void abort(Throwable cause, long bytes, Window window) {
    metrics.aborted(opened.origin());
    String fault = fault(cause);
    logger.warn("Submission {} aborted: {}", opened.receipt(), fault);
    try {
      window.settle();
      log.append(ended(State.ABORTED, window, bytes, null, window.frames(), fault));
    } catch (RuntimeException e) {
      logger.warn("Submission {} stays open in the log, which is away", opened.receipt());
      cause.addSuppressed(e);
    }
  }

  private static String fault(Throwable cause) {
    return switch (cause) {
      case RefusedException refused -> refused.refusal().key() + ": " + refused.detail();
      case RetryableRefusalException refused -> refused.refusal().key();
      case StreamUnavailableException unavailable -> "log-unavailable";
      default -> "internal-error";
    };
  }

  private Submission ended(
      State state,
      Window window,
      long bytes,
      @Nullable String sha256,
      List<Frame> frames,
      @Nullable String fault) {
    return new Submission(
        opened.receipt(),
        opened.submitter(),
        opened.origin(),
        opened.name(),
        opened.format(),
        opened.lane(),
        opened.tlp(),
        opened.kind(),
        opened.openedAt(),
        state,
        window.records(),
        bytes,
        sha256,
        frames,
        fault);
  }
}
