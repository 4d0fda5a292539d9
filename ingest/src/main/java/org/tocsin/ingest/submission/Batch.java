package org.tocsin.ingest.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.unpack.BodyInput;
import org.tocsin.ingest.unpack.Packaging;
import org.tocsin.ingest.unpack.Spools;
import org.tocsin.ingest.unpack.UnpackLimits;
import org.tocsin.ingest.unpack.Unpacked;
import org.tocsin.ingest.unpack.ZipArchive;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.RawRecord;

/**
 * The files that came together, each a submission of its own. When one is refused, those before it
 * are kept, and {@link #taken()} names them. Not thread-safe.
 */
public final class Batch {
  private final Collector collector;
  private final UnpackLimits limits;
  private final Spools archives;
  private final List<Receipt> receipts = new ArrayList<>();
  private boolean packed;

  Batch(Collector collector, UnpackLimits limits, Spools archives) {
    this.collector = collector;
    this.limits = limits;
    this.archives = archives;
  }

  /**
   * Takes a file: gzip is unpacked, each file of a zip archive is a submission under its own name,
   * and an archive that can't be unpacked is kept as it is. Nothing comes of an empty file.
   *
   * @param file its bytes; closing it stays with the caller
   * @param request what is known of it; its ordinal is given here
   * @throws RefusedException and whatever else {@link Collector#collect} throws
   */
  public void take(InputStream file, SubmissionRequest request) {
    if (request.length() > limits.maxBytes()) {
      throw new RefusedException(
          Refusal.TOO_LARGE, "The limit is " + limits.maxBytes() + " bytes.");
    }
    PushbackInputStream body =
        new PushbackInputStream(new BodyInput(file, request.length()), Packaging.MAGIC);
    byte[] head = peek(body);
    if (head.length == 0) {
      return;
    }
    switch (Packaging.of(request.contentType(), head)) {
      case NONE -> collect(Unpacked.plain(body, limits), request);
      case GZIP -> takeGzip(body, request);
      case ZIP -> takeZip(body, request);
    }
  }

  /** The receipts of what was taken so far, in order. */
  public List<Receipt> taken() {
    return List.copyOf(receipts);
  }

  /** Whether any of it came in an archive. */
  public boolean isPacked() {
    return packed;
  }

  private void takeGzip(InputStream body, SubmissionRequest request) {
    try (InputStream unpacked = Unpacked.gzip(body, limits)) {
      collect(unpacked, request.unpacked(FileName.unpacked(request.name()), -1));
    } catch (IOException e) {
      throw new UncheckedIOException("closing a decoder", e);
    }
  }

  private void takeZip(InputStream body, SubmissionRequest request) {
    try (ZipArchive archive = ZipArchive.open(body, request.length(), limits, archives)) {
      if (archive.isSound()) {
        packed = true;
        archive.forEach((name, size, file) -> collect(file, request.unpacked(name, size)));
      } else {
        SubmissionRequest asItIs = request.as(RawRecord.UNKNOWN_FORMAT);
        collect(archive.bytes(), asItIs.unpacked(request.name(), archive.size()));
      }
    }
  }

  private void collect(InputStream file, SubmissionRequest request) {
    if (receipts.size() == limits.maxEntries()) {
      throw new RefusedException(
          Refusal.TOO_LARGE, "More than " + limits.maxEntries() + " files came together.");
    }
    if (request.kind() == FeedKind.LIST && !receipts.isEmpty()) {
      throw new RefusedException(
          Refusal.BAD_PARAMETER,
          "A list is one file: a second one would end what only the first one lists.");
    }
    receipts.add(collector.collect(file, request.numbered(receipts.size())));
  }

  private static byte[] peek(PushbackInputStream body) {
    try {
      byte[] head = body.readNBytes(Packaging.MAGIC);
      body.unread(head);
      return head;
    } catch (IOException e) {
      throw new UncheckedIOException("a body fails otherwise", e);
    }
  }
}
