package org.tocsin.alerts.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a mail, as it is written (RFC 2045, RFC 2046): header lines, an empty line, a body, all
 * in lines of US-ASCII that end with CRLF, so that what was signed survives every way it may go.
 *
 * @param headers in the order they are written
 * @param body as it is written
 */
record MimePart(Map<String, String> headers, byte[] body) {
  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

  /** Text of that media type. */
  static MimePart text(String type, String text) {
    return encoded(type + "; charset=utf-8", Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file. */
  static MimePart attachment(String type, String name, byte[] bytes) {
    return encoded(
        type, Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""), bytes);
  }

  private static MimePart encoded(String type, Map<String, String> more, byte[] bytes) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    headers.put("Content-Transfer-Encoding", "base64");
    headers.putAll(more);
    return new MimePart(headers, line(BASE64.encodeToString(bytes)));
  }

  /** Something that is ASCII already. */
  static MimePart plain(String type, String text) {
    String lines = text.strip().replace("\r\n", "\n").replace("\n", "\r\n");
    return new MimePart(Map.of("Content-Type", type), line(lines));
  }

  /**
   * Several parts together.
   *
   * @param type the media type with its parameters, but for the boundary
   * @param boundary a line that none of them holds
   */
  static MimePart multipart(String type, String boundary, List<MimePart> parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (MimePart part : parts) {
      body.writeBytes(line("--" + boundary));
      body.writeBytes(part.bytes());
    }
    body.writeBytes(line("--" + boundary + "--"));
    return new MimePart(
        Map.of("Content-Type", type + "; boundary=\"" + boundary + "\""), body.toByteArray());
  }

  /** All of it. */
  byte[] bytes() {
    return bytes(Map.of());
  }

  /** All of it, behind more header lines. */
  byte[] bytes(Map<String, String> more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    more.forEach((name, value) -> out.writeBytes(line(name + ": " + value)));
    headers.forEach((name, value) -> out.writeBytes(line(name + ": " + value)));
    out.writeBytes(line(""));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static byte[] line(String text) {
    return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}
