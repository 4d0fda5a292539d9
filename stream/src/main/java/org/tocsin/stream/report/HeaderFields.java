package org.tocsin.stream.report;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads the headers of one entry. */
record HeaderFields(Headers headers) {
  /** The first header that could not be read. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String header;

    UnreadableException(String header) {
      super("cannot read header " + header);
      this.header = header;
    }

    String header() {
      return header;
    }
  }

  /** Its bytes; null where it is missing. */
  byte @Nullable [] bytes(String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : header.value();
  }

  String text(String name) throws UnreadableException {
    return value(name, text -> text);
  }

  <T> T value(String name, Function<String, T> parse) throws UnreadableException {
    T value = optional(name, parse);
    if (value == null) {
      throw new UnreadableException(name);
    }
    return value;
  }

  /** Its value; null where it is missing. */
  <T> @Nullable T optional(String name, Function<String, T> parse) throws UnreadableException {
    byte[] bytes = bytes(name);
    if (bytes == null) {
      return null;
    }
    try {
      return parse.apply(new String(bytes, StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      throw new UnreadableException(name);
    }
  }
}
