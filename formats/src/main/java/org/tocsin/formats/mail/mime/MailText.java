package org.tocsin.formats.mail.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Text of mails, whatever it is encoded as. */
final class MailText {
  private MailText() {}

  /** The text with its encoded words (RFC 2047) in plain. */
  static String decodedWords(String text) {
    if (!text.contains("=?")) {
      return text;
    }
    try {
      return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
    } catch (RuntimeException e) {
      return text;
    }
  }

  /**
   * A field's text of which each character is one byte of the mail: UTF-8 where it is that. Where a
   * character can not be a byte it was read as UTF-8 already (RFC 6532).
   */
  static String field(String bytes) {
    if (bytes.chars().allMatch(c -> c < 0x80) || bytes.chars().anyMatch(c -> c > 0xff)) {
      return bytes;
    }
    return text(bytes.getBytes(StandardCharsets.ISO_8859_1), "utf-8");
  }

  /** The text of those bytes; where they are not in that character set, each is a character. */
  static String text(byte[] bytes, String charset) {
    try {
      return charset(charset).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static Charset charset(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (lower.isEmpty() || lower.equals("us-ascii") || lower.equals("ascii")) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(lower);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
