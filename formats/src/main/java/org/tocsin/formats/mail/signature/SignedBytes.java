package org.tocsin.formats.mail.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a signature of a multipart/signed was made over: the first part as it was sent, header
 * included, its lines ending with CRLF, without the line end before the boundary (RFC 1847 section
 * 2.1, RFC 2046 section 5.1.1).
 */
final class SignedBytes {
  private SignedBytes() {}

  /**
   * The bytes.
   *
   * @param mail all of the mail
   * @param boundary that of the multipart/signed
   * @return empty where the mail has no such part
   */
  static Optional<byte[]> of(byte[] mail, String boundary) {
    byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    int opening = lineThatBegins(mail, 0, delimiter);
    if (boundary.isEmpty() || opening < 0) {
      return Optional.empty();
    }
    int from = afterLine(mail, opening);
    int to = lineThatBegins(mail, from, delimiter);
    return to < 0 ? Optional.empty() : Optional.of(canonical(mail, from, to));
  }

  private static int lineThatBegins(byte[] mail, int from, byte[] prefix) {
    for (int at = from; at < mail.length; at = afterLine(mail, at)) {
      if (begins(mail, at, prefix)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean begins(byte[] mail, int at, byte[] prefix) {
    if (mail.length - at < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (mail[at + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static int afterLine(byte[] mail, int from) {
    int at = from;
    while (at < mail.length && mail[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private static byte[] canonical(byte[] mail, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(to - from + 1024);
    for (int at = from; at < to; at++) {
      if (mail[at] == '\n' && (at == from || mail[at - 1] != '\r')) {
        out.write('\r');
      }
      out.write(mail[at]);
    }
    byte[] all = out.toByteArray();
    int length = all.length >= 2 ? all.length - 2 : 0;
    return Arrays.copyOf(all, length);
  }
}
