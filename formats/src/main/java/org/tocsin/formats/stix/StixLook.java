package org.tocsin.formats.stix;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.Sample;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tells by the looks of a submission how likely it is STIX. */
final class StixLook {
  private static final int CERTAIN = 95;
  private static final int DECLARED = 70;
  private static final int NAMED = 50;

  private boolean bundle;
  private @Nullable String type;
  private @Nullable String id;

  private StixLook() {}

  /** How sure, from 0 to 100: by content first, then by media type, then by file name. */
  static int at(Sample sample) {
    StixLook look = new StixLook();
    look.read(sample.head());
    if (look.bundle || look.isObject()) {
      return CERTAIN;
    }
    return isDeclared(sample.contentType()) ? DECLARED : isNamed(sample.name()) ? NAMED : 0;
  }

  private static boolean isDeclared(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.contains("stix+json") || type.contains("taxii+json");
  }

  private static boolean isNamed(@Nullable String name) {
    String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".stix")
        || lower.endsWith(".stix2")
        || lower.endsWith(".stix21")
        || lower.endsWith(".stix.json");
  }

  private boolean isObject() {
    return type != null && id != null && id.startsWith(type + "--");
  }

  /** The head may end anywhere; what was seen up to there counts. */
  private void read(byte[] head) {
    int from = startsWithByteOrderMark(head) ? 3 : 0;
    try (JsonParser json = StixJson.MAPPER.createParser(head, from, head.length - from)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_ARRAY && json.nextToken() == JsonToken.START_OBJECT) {
        readObject(json);
      } else if (first == JsonToken.START_OBJECT) {
        readTop(json);
      }
    } catch (JacksonException e) {
      return;
    }
  }

  private static boolean startsWithByteOrderMark(byte[] head) {
    return head.length >= 3
        && head[0] == (byte) 0xef
        && head[1] == (byte) 0xbb
        && head[2] == (byte) 0xbf;
  }

  private void readTop(JsonParser json) {
    while (!bundle && json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("objects") && value == JsonToken.START_ARRAY && id == null) {
        if (json.nextToken() == JsonToken.START_OBJECT) {
          readObject(json);
        }
        return;
      }
      note(name, value, json);
    }
  }

  private void readObject(JsonParser json) {
    while (!isObject() && json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      note(name, json.nextToken(), json);
    }
  }

  private void note(String name, JsonToken value, JsonParser json) {
    if (value == JsonToken.VALUE_STRING && name.equals("type")) {
      type = json.getString();
    } else if (value == JsonToken.VALUE_STRING && name.equals("id")) {
      id = json.getString();
    }
    bundle = isObject() && "bundle".equals(type);
    json.skipChildren();
  }
}
