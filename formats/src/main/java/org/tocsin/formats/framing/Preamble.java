package org.tocsin.formats.framing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a slice of a cut bundle must know of those before it, written as the opening of the same
 * document: how many objects came before (a number, first in the list), then the markings and
 * identities, then the observables that came last. All of it is bounded; what does not fit is left
 * out, and a marking that is missed is treated as unknown, the strictest of all.
 */
final class Preamble {
  /** The most bytes of a preamble without any object. */
  static final int LEAST = 5 * 1024;

  private static final int MAX_OPENING = 4 * 1024;
  private static final int MAX_LASTING = 160 * 1024;
  private static final int MAX_RECENT = 64 * 1024;
  private static final int MAX_ONE = 32 * 1024;
  private static final byte[] ARRAY = {'['};
  private static final String BUNDLE = "{\"type\":\"bundle\",\"objects\":[";

  private static final Set<String> LASTING = Set.of("marking-definition", "identity");

  /** The cyber-observable objects of STIX 2.1 section 6. */
  private static final Set<String> OBSERVABLES =
      Set.of(
          "artifact",
          "autonomous-system",
          "directory",
          "domain-name",
          "email-addr",
          "email-message",
          "file",
          "ipv4-addr",
          "ipv6-addr",
          "mac-addr",
          "mutex",
          "network-traffic",
          "process",
          "software",
          "url",
          "user-account",
          "windows-registry-key",
          "x509-certificate");

  private final boolean stix;
  private final byte[] shortOpening;
  private final List<byte[]> lasting = new ArrayList<>();
  private final Deque<byte[]> recent = new ArrayDeque<>();
  private byte[] opening = {};
  private int lastingBytes;
  private int recentBytes;
  private long seen;

  Preamble(String list) {
    this.stix = list.equals("objects");
    this.shortOpening = ascii(stix ? BUNDLE : "{\"" + list + "\":[");
  }

  /** Notes how the document opens, the first time; later calls change nothing. */
  void open(byte[] buffer, int to, boolean array) {
    if (opening.length == 0) {
      opening = array ? ARRAY : to <= MAX_OPENING ? Arrays.copyOf(buffer, to) : shortOpening;
    }
  }

  /** Takes note of an object that went into a slice. */
  void see(byte[] buffer, int from, int to) {
    seen++;
    int length = to - from;
    if (!stix || length > MAX_ONE) {
      return;
    }
    String type = type(buffer, from, length);
    if (LASTING.contains(type) && lastingBytes + length <= MAX_LASTING) {
      lasting.add(Arrays.copyOfRange(buffer, from, to));
      lastingBytes += length;
    } else if (OBSERVABLES.contains(type)) {
      recent.addLast(Arrays.copyOfRange(buffer, from, to));
      recentBytes += length;
      while (recentBytes > MAX_RECENT) {
        recentBytes -= recent.removeFirst().length;
      }
    }
  }

  /**
   * The preamble of the next slice.
   *
   * @param limit how many bytes its objects may take together; markings and identities go first,
   *     then the latest observables
   */
  byte[] bytes(int limit) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(opening);
    bytes.writeBytes(ascii(seen + ","));
    int left = write(bytes, lasting.iterator(), limit);
    write(bytes, recent.descendingIterator(), left);
    return bytes.toByteArray();
  }

  private static int write(ByteArrayOutputStream bytes, Iterator<byte[]> objects, int limit) {
    int left = limit;
    while (objects.hasNext()) {
      byte[] object = objects.next();
      left -= object.length + 1;
      if (left < 0) {
        return 0;
      }
      bytes.writeBytes(object);
      bytes.write(',');
    }
    return left;
  }

  private static String type(byte[] buffer, int from, int length) {
    try (JsonParser parser = StixJson.MAPPER.createParser(buffer, from, length)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean isType = parser.currentName().equals("type");
          if (parser.nextToken() == JsonToken.VALUE_STRING && isType) {
            return parser.getString();
          }
          parser.skipChildren();
        }
      }
      return "";
    } catch (JacksonException e) {
      return "";
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
