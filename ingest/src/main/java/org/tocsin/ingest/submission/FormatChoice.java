package org.tocsin.ingest.submission;

import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.model.report.RawRecord;

/** Decides what a submission is read as. Thread-safe. */
@FunctionalInterface
public interface FormatChoice {
  /**
   * The way to read it.
   *
   * @param head its first bytes, up to 64 KiB
   * @throws RefusedException when the request names a format there is none of
   */
  Reading choose(SubmissionRequest request, byte[] head);

  /**
   * The format the request names, or else the one that is surest of the sample; what none
   * recognises is kept whole, as {@link RawRecord#UNKNOWN_FORMAT}.
   */
  static FormatChoice among(Formats formats) {
    return (request, head) -> {
      String named = request.format();
      if (RawRecord.UNKNOWN_FORMAT.equals(named)) {
        return unknown();
      }
      if (named != null) {
        return formats.named(named).map(FormatChoice::reading).orElseThrow(() -> none(formats));
      }
      Sample sample = new Sample(request.name(), request.contentType(), head);
      return formats.recognise(sample).map(FormatChoice::reading).orElseGet(FormatChoice::unknown);
    };
  }

  private static Reading reading(Format format) {
    return new Reading(format.name(), format.framing()::over);
  }

  private static Reading unknown() {
    return new Reading(RawRecord.UNKNOWN_FORMAT, Framing.WHOLE::over);
  }

  private static RefusedException none(Formats formats) {
    return new RefusedException(
        Refusal.UNKNOWN_FORMAT, "Formats are: " + String.join(", ", formats.names()) + ".");
  }
}
