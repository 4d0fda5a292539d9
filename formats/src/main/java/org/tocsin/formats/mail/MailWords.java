package org.tocsin.formats.mail;

import java.util.Optional;
import org.tocsin.formats.mail.mime.Part;

/** What a mail says in words. */
final class MailWords {
  /** Longest text that is kept of a mail, in characters; its bytes are kept whole. */
  static final int MAX_TEXT = 32 * 1024;

  private MailWords() {}

  /** The text its author wrote, of HTML without its tags; empty where there is none. */
  static String of(Part content) {
    return shown(content, "text/plain")
        .map(Part::text)
        .filter(text -> !text.isBlank())
        .or(() -> shown(content, "text/html").map(part -> plain(part.text())))
        .map(MailWords::shortened)
        .orElse("");
  }

  private static Optional<Part> shown(Part content, String type) {
    return content
        .leaves()
        .filter(part -> type(part).equals(type) && !part.attachment())
        .findFirst();
  }

  /** What says that it has parts, and has none, is text to be read as it is. */
  private static String type(Part part) {
    return part.isMultipart() ? "text/plain" : part.mediaType();
  }

  private static String shortened(String text) {
    String stripped = text.replace("\u0000", "").strip();
    return stripped.length() <= MAX_TEXT
        ? stripped
        : stripped.substring(0, stripped.offsetByCodePoints(0, MAX_TEXT / 2));
  }

  /** Drops what lies between angle brackets; good enough to search in, not to show as a page. */
  private static String plain(String html) {
    StringBuilder text = new StringBuilder();
    boolean tag = false;
    for (int i = 0; i < html.length() && text.length() < 2 * MAX_TEXT; i++) {
      char c = html.charAt(i);
      if (c == '<') {
        tag = true;
        text.append(' ');
      } else if (c == '>') {
        tag = false;
      } else if (!tag) {
        text.append(c);
      }
    }
    return text.toString()
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("[ \\t]+", " ")
        .replaceAll("\\s*\\n\\s*", "\n");
  }
}
