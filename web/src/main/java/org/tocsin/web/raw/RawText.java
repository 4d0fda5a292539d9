package org.tocsin.web.raw;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads bytes of unknown origin as text without altering or guessing anything. */
public final class RawText {
  private RawText() {}

  /** The text, where the bytes are valid UTF-8 without control characters; otherwise empty. */
  public static Optional<String> of(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().anyMatch(RawText::isControl) ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isControl(int character) {
    return character < ' ' && character != '\n' && character != '\r' && character != '\t';
  }

  /** The longest beginning of at most that many bytes that does not end within a character. */
  static byte[] beginning(byte[] bytes, int most) {
    if (bytes.length <= most) {
      return bytes;
    }
    int end = most;
    while (end > most - 4 && end > 0 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }
}
