package org.tocsin.ingest.unpack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tocsin.formats.framing.Framer;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;

/**
 * A folder of mails in one file (mbox, RFC 4155): before each stands a line with {@code From}, an
 * address and a time, and a blank line stands before that. Holds one mail at a time. Not
 * thread-safe.
 */
public final class Mailbox {
  private static final int STEP = 64 * 1024;
  private static final int LONGEST_BEGIN = 300;

  /** The year ends it, but for a time zone some write after it. */
  private static final Pattern BEGIN =
      Pattern.compile("From \\S+ +.{10,60}\\d{4}( [+-]\\d{4}| [A-Z]{2,5})?\\s*");

  private final InputStream in;
  private final byte[] buffer = new byte[STEP];
  private int at;
  private int filled;
  private byte[] held = {};

  /** Reads from there; closing it stays with the caller. */
  public Mailbox(InputStream in) {
    this.in = in;
  }

  /** Whether a file begins as a mailbox does. */
  public static boolean isBegun(byte[] head) {
    int end = 0;
    while (end < head.length && end < LONGEST_BEGIN && head[end] != '\n') {
      end++;
    }
    return isBegin(head, end);
  }

  /**
   * The next mail with the line before it; empty at the end.
   *
   * @throws RefusedException where one is larger than a mail may be
   */
  public Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    mail.writeBytes(held);
    held = new byte[0];
    boolean blank = false;
    for (byte[] line = line(); line.length > 0; line = line()) {
      if (blank && mail.size() > 0 && isBegin(line, line.length)) {
        held = line;
        break;
      }
      mail.writeBytes(line);
      if (mail.size() > Framer.MAX_RAW_RECORD) {
        throw new RefusedException(
            Refusal.TOO_LARGE, "A mail may have up to " + Framer.MAX_RAW_RECORD + " bytes.");
      }
      blank = line[0] == '\n' || line[0] == '\r' && line.length == 2;
    }
    return mail.size() == 0 ? Optional.empty() : Optional.of(mail.toByteArray());
  }

  private static boolean isBegin(byte[] line, int length) {
    return length > 5
        && length < LONGEST_BEGIN
        && line[0] == 'F'
        && BEGIN.matcher(new String(line, 0, length, StandardCharsets.ISO_8859_1)).matches();
  }

  /** The next line with its ending, or as much of a long one as fits; empty at the end. */
  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (line.size() < STEP && (at < filled || fill())) {
      int from = at;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      boolean ended = at < filled;
      at += ended ? 1 : 0;
      line.write(buffer, from, at - from);
      if (ended) {
        break;
      }
    }
    return line.toByteArray();
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(in.read(buffer), 0);
    return filled > 0;
  }
}
