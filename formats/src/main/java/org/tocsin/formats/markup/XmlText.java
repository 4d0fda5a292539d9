package org.tocsin.formats.markup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes an XML document (XML 1.0) element by element. Characters XML has no place for are left
 * out, so that whatever a text holds, the document is well-formed. Not thread-safe.
 */
public final class XmlText {
  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes come as name, value, name, value. */
  public XmlText open(String name, String... attributes) {
    indent();
    start(name, attributes);
    text.append(">\n");
    open.push(name);
    return this;
  }

  /** Closes the element that was opened last. */
  public XmlText close() {
    String name = Objects.requireNonNull(open.poll(), "nothing is open");
    indent();
    text.append("</").append(name).append(">\n");
    return this;
  }

  /** Writes an element with text; nothing where the text is null. */
  public XmlText element(String name, @Nullable String content, String... attributes) {
    if (content != null) {
      indent();
      start(name, attributes);
      text.append('>');
      escape(content, false);
      text.append("</").append(name).append(">\n");
    }
    return this;
  }

  /** Writes an element without content. */
  public XmlText empty(String name, String... attributes) {
    indent();
    start(name, attributes);
    text.append("/>\n");
    return this;
  }

  /** The document, in UTF-8; everything that was opened must be closed. */
  public byte[] bytes() {
    if (!open.isEmpty()) {
      throw new IllegalStateException(open.peek() + " is still open");
    }
    return text.toString().getBytes(UTF_8);
  }

  private void indent() {
    text.repeat("  ", open.size());
  }

  private void start(String name, String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1], true);
      text.append('"');
    }
  }

  private void escape(String content, boolean attribute) {
    content
        .codePoints()
        .filter(XmlText::isCharacter)
        .forEach(one -> {
          switch (one) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append(attribute ? "&quot;" : "\"");
            case '\r' -> text.append("&#13;");
            case '\n' -> text.append(attribute ? "&#10;" : "\n");
            case '\t' -> text.append(attribute ? "&#9;" : "\t");
            default -> text.appendCodePoint(one);
          }
        });
  }

  /** XML 1.0 section 2.2. */
  private static boolean isCharacter(int one) {
    return one == '\t'
        || one == '\n'
        || one == '\r'
        || one >= 0x20 && one <= 0xD7FF
        || one >= 0xE000 && one <= 0xFFFD
        || one >= 0x10000;
  }
}
