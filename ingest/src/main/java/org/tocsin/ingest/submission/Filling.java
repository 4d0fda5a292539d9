package org.tocsin.ingest.submission;

import java.io.IOException;
import java.util.Optional;
import org.tocsin.formats.framing.Framer;
import org.tocsin.formats.framing.Slice;
import org.tocsin.formats.framing.SubmissionTooLargeException;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.registration.Terms;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.RawRecord;

/** Fills the slots of one submission, slice by slice. Used once; not thread-safe. */
final class Filling {
  private final Submission opened;
  private final Terms terms;
  private final Window window;
  private int number;
  private long bytes;

  Filling(Submission opened, Terms terms, Window window) {
    this.opened = opened;
    this.terms = terms;
    this.window = window;
  }

  /**
   * Sends all slices and waits until all of them are kept.
   *
   * @return how many bytes were in them
   */
  long fill(Framer framer, RecordAllowance allowance) {
    while (sendNext(framer, allowance)) {
      allowance.sliceDone();
    }
    window.awaitAll();
    return bytes;
  }

  /** A method of its own, so that a large slice is not referred to while the next one is made. */
  private boolean sendNext(Framer framer, RecordAllowance allowance) {
    Optional<Slice> next = next(framer);
    next.ifPresent(slice -> {
      window.send(opened.lane(), raw(slice));
      bytes += slice.bytes().length;
    });
    if (allowance.isLarge()) {
      window.awaitAll();
    }
    return next.isPresent();
  }

  private static Optional<Slice> next(Framer framer) {
    try {
      return framer.next();
    } catch (SubmissionTooLargeException e) {
      throw new RefusedException(
          Refusal.TOO_LARGE,
          "One record is larger than the "
              + Framer.MAX_RAW_RECORD
              + " bytes that are kept in one piece, or a header line is out of all proportion.",
          e);
    } catch (IOException e) {
      throw new RefusedException(Refusal.INCOMPLETE, "It could not be read to its end.", e);
    }
  }

  private RawRecord raw(Slice slice) {
    return new RawRecord(
        opened.receipt(),
        number++,
        opened.origin(),
        opened.submitter(),
        opened.format(),
        opened.name(),
        opened.tlp(),
        terms.loosest(),
        opened.openedAt(),
        opened.kind(),
        terms.confidence(),
        slice.firstLine(),
        slice.records(),
        slice.preamble(),
        slice.bytes());
  }
}
