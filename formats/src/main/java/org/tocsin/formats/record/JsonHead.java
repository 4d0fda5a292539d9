package org.tocsin.formats.record;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.Sample;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What the first bytes of a JSON document say near its top: names and texts down to the third
 * level, by paths such as {@code document/tracking/id}; of an array only the first element, by the
 * number 0. The bytes may end anywhere; what was seen up to there counts.
 */
public final class JsonHead {
  private static final int DEPTH = 3;
  private static final int MOST = 500;

  private final Map<String, String> values = new HashMap<>();

  private JsonHead() {}

  /** Reads the beginning of a submission; nothing is seen of one that is not JSON. */
  public static JsonHead of(Sample sample) {
    JsonHead head = new JsonHead();
    byte[] bytes = sample.head();
    int from = startsWithByteOrderMark(bytes) ? 3 : 0;
    try (JsonParser json = StixJson.MAPPER.createParser(bytes, from, bytes.length - from)) {
      head.read(json, json.nextToken(), "", 0);
    } catch (JacksonException e) {
      return head;
    }
    return head;
  }

  private static boolean startsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }

  private void read(JsonParser json, @Nullable JsonToken value, String path, int depth) {
    if (!path.isEmpty() && values.size() < MOST) {
      values.put(path, value == JsonToken.VALUE_STRING ? json.getString() : "");
    }
    if (depth >= DEPTH || value != JsonToken.START_OBJECT && value != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    String prefix = path.isEmpty() ? "" : path + "/";
    if (value == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        read(json, json.nextToken(), prefix + name, depth + 1);
      }
      return;
    }
    JsonToken element = json.nextToken();
    if (element != JsonToken.END_ARRAY) {
      read(json, element, prefix + "0", depth + 1);
      for (element = json.nextToken();
          element != null && element != JsonToken.END_ARRAY;
          element = json.nextToken()) {
        json.skipChildren();
      }
    }
  }

  /** Whether there is something at that path. */
  public boolean has(String path) {
    return values.containsKey(path);
  }

  /** The text at that path; empty where there is none. */
  public String text(String path) {
    return values.getOrDefault(path, "");
  }

  /** A name at the top of the document that was seen; null where there is none. */
  public @Nullable String anyName() {
    return values.keySet().stream().filter(path -> path.indexOf('/') < 0).findAny().orElse(null);
  }
}
