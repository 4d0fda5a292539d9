package org.tocsin.ingest.submission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tocsin.formats.framing.Framer;
import org.tocsin.formats.mail.Attachment;
import org.tocsin.formats.mail.MailFormat;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.unpack.BodyInput;
import org.tocsin.ingest.unpack.Mailbox;
import org.tocsin.ingest.unpack.Packaging;
import org.tocsin.ingest.unpack.Spool;
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
  /** How much of a file it takes to tell a mail. */
  private static final int HEAD = 16 * 1024;

  /** How deep mails and archives may lie in each other and still be opened. */
  private static final int MAX_DEPTH = 3;

  private final Collector collector;
  private final FormatChoice choice;
  private final UnpackLimits limits;
  private final Spools archives;
  private final List<Receipt> receipts = new ArrayList<>();
  private boolean packed;

  Batch(Collector collector, FormatChoice choice, UnpackLimits limits, Spools archives) {
    this.collector = collector;
    this.choice = choice;
    this.limits = limits;
    this.archives = archives;
  }

  /**
   * Takes a file: gzip is unpacked, each file of a zip archive is a submission under its own name,
   * and an archive that can't be unpacked is kept as it is. A mail is a submission, alone, in an
   * archive or in a mailbox, and so is each file it carries that a format recognises. Nothing comes
   * of an empty file.
   *
   * @param file its bytes; closing it stays with the caller
   * @param request what is known of it; its ordinal is given here
   * @throws RefusedException and whatever else {@link Collector#collect} throws
   */
  public void take(InputStream file, SubmissionRequest request) {
    take(file, request, Place.OUTSIDE);
  }

  private void take(InputStream file, SubmissionRequest request, Place place) {
    if (request.length() > limits.maxBytes()) {
      throw new RefusedException(
          Refusal.TOO_LARGE, "The limit is " + limits.maxBytes() + " bytes.");
    }
    PushbackInputStream body = new PushbackInputStream(new BodyInput(file, request.length()), HEAD);
    byte[] head = peek(body, Packaging.MAGIC);
    if (head.length == 0) {
      return;
    }
    switch (Packaging.of(request.contentType(), head)) {
      case NONE -> takePlain(body, request, place);
      case GZIP -> takeGzip(body, request, place);
      case ZIP -> takeZip(body, request, place);
    }
  }

  /**
   * Where a file lies.
   *
   * @param depth in how many mails and archives
   * @param mail whether one of them is a mail
   */
  private record Place(int depth, boolean mail) {
    static final Place OUTSIDE = new Place(0, false);

    Place inMail() {
      return new Place(depth + 1, true);
    }

    Place inArchive() {
      return new Place(depth + 1, mail);
    }

    boolean isTooDeep() {
      return depth >= MAX_DEPTH;
    }
  }

  /** The receipts of what was taken so far, in order. */
  public List<Receipt> taken() {
    return List.copyOf(receipts);
  }

  /** Whether any of it came in an archive or a mail. */
  public boolean isPacked() {
    return packed;
  }

  private void takePlain(PushbackInputStream body, SubmissionRequest given, Place place) {
    byte[] head = peek(body, HEAD);
    String format = head.length == 0 ? "" : choice.choose(given, head).format();
    // a mail in a mail is what that one tells of
    boolean told = place.mail() && format.equals(MailFormat.NAME);
    SubmissionRequest request = told ? given.as(MailFormat.ATTACHED) : given;
    InputStream file = Unpacked.plain(body, limits);
    if (!MailFormat.isMail(format) || place.isTooDeep()) {
      collect(file, request);
    } else if (Mailbox.isBegun(head)) {
      takeMailbox(file, request.as(told ? MailFormat.ATTACHED : format), place);
    } else {
      takeMail(file, request, place);
    }
  }

  /** One mail after the other, each as if it had come alone. */
  private void takeMailbox(InputStream body, SubmissionRequest request, Place place) {
    Mailbox mailbox = new Mailbox(body);
    boolean first = true;
    try {
      for (Optional<byte[]> mail = mailbox.next(); mail.isPresent(); mail = mailbox.next()) {
        byte[] bytes = mail.get();
        packed |= !first;
        first = false;
        takeMail(
            new ByteArrayInputStream(bytes), request.unpacked(request.name(), bytes.length), place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a body fails otherwise", e);
    }
  }

  /** The mail first, and whole; what it carries after it. */
  private void takeMail(InputStream body, SubmissionRequest request, Place place) {
    List<Attachment> attachments;
    long most = Framer.MAX_RAW_RECORD + 1L;
    long length = request.length() < 0 ? most : Math.min(most, request.length());
    try (Spool mail = archives.take(body, length)) {
      collect(new SequenceInputStream(mail.open(), body), request);
      attachments = Attachment.of(mail.open().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("a mail that was kept a moment ago", e);
    }
    for (Attachment attachment : attachments) {
      takeAttachment(attachment, request, place.inMail());
    }
  }

  private void takeAttachment(Attachment attachment, SubmissionRequest mail, Place place) {
    byte[] bytes = attachment.bytes();
    SubmissionRequest request =
        mail.inside(attachment.name(), attachment.contentType(), bytes.length);
    if (!isReadable(request, bytes)) {
      return;
    }
    packed = true;
    try {
      take(new ByteArrayInputStream(bytes), request, place);
    } catch (RefusedException e) {
      if (e.refusal() != Refusal.TOO_LARGE && e.refusal() != Refusal.UNREADABLE_BODY) {
        throw e;
      }
      // what it is packed as passes a limit: the mail is good all the same
      collect(new ByteArrayInputStream(bytes), request.as(RawRecord.UNKNOWN_FORMAT));
    }
  }

  private static byte[] head(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.min(bytes.length, 4 * HEAD));
  }

  private boolean isReadable(SubmissionRequest request, byte[] bytes) {
    byte[] head = head(bytes);
    return Packaging.of(request.contentType(), head) != Packaging.NONE
        || !choice.choose(request, head).format().equals(RawRecord.UNKNOWN_FORMAT);
  }

  private void takeGzip(InputStream body, SubmissionRequest request, Place place) {
    try (InputStream unpacked = Unpacked.gzip(body, limits)) {
      takeInside(
          unpacked, request.unpacked(FileName.unpacked(request.name()), -1), place.inArchive());
    } catch (IOException e) {
      throw new UncheckedIOException("closing a decoder", e);
    }
  }

  private void takeZip(InputStream body, SubmissionRequest request, Place place) {
    try (ZipArchive archive = ZipArchive.open(body, request.length(), limits, archives)) {
      if (archive.isSound()) {
        packed = true;
        archive.forEach((name, size, file) ->
            takeInside(file, request.unpacked(name, size), place.inArchive()));
      } else {
        SubmissionRequest asItIs = request.as(RawRecord.UNKNOWN_FORMAT);
        collect(archive.bytes(), asItIs.unpacked(request.name(), archive.size()));
      }
    }
  }

  /** A file of an archive: a mail with what it carries, or what it is. */
  private void takeInside(InputStream file, SubmissionRequest request, Place place) {
    takePlain(new PushbackInputStream(file, HEAD), request, place);
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

  private static byte[] peek(PushbackInputStream body, int length) {
    try {
      byte[] head = body.readNBytes(length);
      body.unread(head);
      return head;
    } catch (IOException e) {
      throw new UncheckedIOException("a body fails otherwise", e);
    }
  }
}
