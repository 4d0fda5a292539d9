package org.tocsin.triage.normalise;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.store.StoreUnavailableException;

/**
 * Reads raw records with the format each was taken for; whatever they hold, every record is
 * answered for.
 */
final class Normaliser {
  private static final Logger LOG = LoggerFactory.getLogger(Normaliser.class);

  private final Formats formats;
  private final Supplier<NodeNamespace> namespace;

  Normaliser(Formats formats, Supplier<NodeNamespace> namespace) {
    this.formats = formats;
    this.namespace = namespace;
  }

  /**
   * What was made of a raw record.
   *
   * @param version of the normaliser, 0 where there is none for the format
   * @param normalised its records and rejects
   */
  record Reading(int version, Normalised normalised) {}

  Reading read(RawRecord raw) {
    Optional<Format> format = formats.named(raw.format());
    if (format.isEmpty()) {
      return new Reading(
          0, allRejected(raw, RejectReason.UNKNOWN_FORMAT, "no format recognised this"));
    }
    int version = format.get().version();
    try {
      return new Reading(version, format.get().normalise(raw, namespace.get()));
    } catch (StoreUnavailableException e) {
      throw e; // what the directory says of keys is not known just now: the batch comes again
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error(
          "normaliser {} failed on raw record {} of receipt {}",
          raw.format(),
          raw.number(),
          raw.receipt(),
          e);
      return new Reading(
          version,
          allRejected(raw, RejectReason.UNREADABLE, "the normaliser failed; redrive when mended"));
    }
  }

  private static Normalised allRejected(RawRecord raw, RejectReason reason, String detail) {
    List<Reject> rejects =
        IntStream.range(0, raw.records())
            .mapToObj(position -> new Reject(position, raw.firstLine(), null, reason, detail))
            .toList();
    return new Normalised(List.of(), rejects);
  }
}
