package org.tocsin.model.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.tlp.Tlp;

/**
 * Untouched input with what is known of it. The bytes of a submission's raw records, one after the
 * other, are the submission.
 *
 * @param receipt the submission it belongs to
 * @param number its place in the submission, from 0
 * @param origin provider and feed
 * @param submitter the person or machine that sent it in
 * @param format name of the format it is to be read as, {@code unknown} where nothing decided
 * @param name the original file name, null when none was given
 * @param tlp the level declared by feed or request, null when neither did
 * @param loosest the loosest level the submitter is registered for
 * @param collectedAt when the submission was opened
 * @param kind what its submission says about those before it
 * @param confidence how sure the provider is of what it publishes, 0 to 100 (STIX 2.1 section 3.2),
 *     where a record does not say itself; null where nothing is known of that
 * @param firstLine line of the submission the bytes begin on, from 1
 * @param records how many records the framer counted in it
 * @param preamble bytes of the submission that precede the records of every slice (a header line,
 *     or the opening of an envelope); empty where {@code bytes} holds them itself
 * @param bytes the slice itself
 */
public record RawRecord(
    UUID receipt,
    int number,
    Origin origin,
    String submitter,
    String format,
    @Nullable String name,
    @Nullable Tlp tlp,
    Tlp loosest,
    Instant collectedAt,
    FeedKind kind,
    @Nullable Integer confidence,
    long firstLine,
    int records,
    byte[] preamble,
    byte[] bytes) {

  /** The format of input that nothing recognised. */
  public static final String UNKNOWN_FORMAT = "unknown";

  /** A raw record of events. */
  public RawRecord(
      UUID receipt,
      int number,
      Origin origin,
      String submitter,
      String format,
      @Nullable String name,
      @Nullable Tlp tlp,
      Tlp loosest,
      Instant collectedAt,
      long firstLine,
      int records,
      byte[] preamble,
      byte[] bytes) {
    this(
        receipt,
        number,
        origin,
        submitter,
        format,
        name,
        tlp,
        loosest,
        collectedAt,
        FeedKind.EVENTS,
        null,
        firstLine,
        records,
        preamble,
        bytes);
  }

  /** A raw record of which nothing says how sure its provider is. */
  public RawRecord(
      UUID receipt,
      int number,
      Origin origin,
      String submitter,
      String format,
      @Nullable String name,
      @Nullable Tlp tlp,
      Tlp loosest,
      Instant collectedAt,
      FeedKind kind,
      long firstLine,
      int records,
      byte[] preamble,
      byte[] bytes) {
    this(
        receipt,
        number,
        origin,
        submitter,
        format,
        name,
        tlp,
        loosest,
        collectedAt,
        kind,
        null,
        firstLine,
        records,
        preamble,
        bytes);
  }

  /** What a normaliser reads: the preamble and the slice as one. */
  public byte[] text() {
    if (preamble.length == 0) {
      return bytes;
    }
    byte[] text = new byte[preamble.length + bytes.length];
    System.arraycopy(preamble, 0, text, 0, preamble.length);
    System.arraycopy(bytes, 0, text, preamble.length, bytes.length);
    return text;
  }

  /**
   * The level of an object of this record that carries {@code content} itself; see {@link
   * Tlp#effective}.
   */
  public Tlp effectiveTlp(@Nullable Tlp content) {
    return Tlp.effective(tlp, content, loosest);
  }
}
