package org.tocsin.formats.stix;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.Sample;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tells by the looks of a submission how likely it is STIX, and of which edition. */
public final class StixLook {
  private static final int CERTAIN = 95;
  private static final int OTHER_EDITION = 30;
  private static final int DECLARED = 70;
  private static final int NAMED = 50;

  private boolean bundle;
  private boolean found;
  private @Nullable Boolean former;

  /** The object in hand, where the bytes end before it does. */
  private @Nullable Saying unfinished;

  /** What the properties of one object say, as far as they were seen. */
  private static final class Saying {
    private @Nullable String type;
    private @Nullable String id;
    private @Nullable String version;
    private boolean dated;

    private boolean isObject() {
      return type != null && id != null && id.startsWith(type + "--");
    }

    private boolean isBundle() {
      return isObject() && "bundle".equals(type);
    }
  }

  private StixLook() {}

  /**
   * How sure, from 0 to 100, that it is STIX 2.1: by content first, then by media type, then by
   * file name.
   */
  static int at(Sample sample) {
    StixLook look = of(sample);
    if (look.found) {
      return Boolean.TRUE.equals(look.former) ? OTHER_EDITION : CERTAIN;
    }
    return isDeclared(sample.contentType()) ? DECLARED : isNamed(sample.name()) ? NAMED : 0;
  }

  /** How sure, from 0 to 100, that it is STIX 2.0: by content only. */
  public static int atFormer(Sample sample) {
    StixLook look = of(sample);
    return look.found && Boolean.TRUE.equals(look.former) ? CERTAIN : 0;
  }

  private static StixLook of(Sample sample) {
    StixLook look = new StixLook();
    look.read(sample.head());
    return look;
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

  /** The head may end anywhere; what was seen up to there counts. */
  private void read(byte[] head) {
    int from = startsWithByteOrderMark(head) ? 3 : 0;
    try (JsonParser json = StixJson.MAPPER.createParser(head, from, head.length - from)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_ARRAY) {
        readObjects(json);
      } else if (first == JsonToken.START_OBJECT) {
        readTop(json);
      }
    } catch (JacksonException e) {
      if (unfinished != null) {
        decide(unfinished);
      }
    }
  }

  private static boolean startsWithByteOrderMark(byte[] head) {
    return head.length >= 3
        && head[0] == (byte) 0xef
        && head[1] == (byte) 0xbb
        && head[2] == (byte) 0xbf;
  }

  private void readTop(JsonParser json) {
    Saying top = new Saying();
    unfinished = top;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("objects") && value == JsonToken.START_ARRAY) {
        readObjects(json);
      } else {
        note(top, name, value, json);
      }
      bundle |= top.isBundle();
      found |= top.isObject();
      if (bundle && top.version != null) {
        former = top.version.equals("2.0");
      }
      if (bundle && former != null) {
        return;
      }
    }
    decide(top);
  }

  /** Reads the objects of a list up to the first that tells the edition. */
  private void readObjects(JsonParser json) {
    JsonToken element = json.nextToken();
    for (; element == JsonToken.START_OBJECT && former == null; element = json.nextToken()) {
      Saying one = new Saying();
      unfinished = one;
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        note(one, name, json.nextToken(), json);
        found |= one.isObject();
      }
      decide(one);
    }
    if (element == JsonToken.START_OBJECT) {
      json.skipChildren();
      element = json.nextToken();
    }
    while (element != null && element != JsonToken.END_ARRAY) {
      json.skipChildren();
      element = json.nextToken();
    }
  }

  /** STIX 2.1 section 3.2: what has dates and no spec_version is STIX 2.0. */
  private void decide(Saying one) {
    if (former == null && one.isObject() && !one.isBundle()) {
      if (one.version != null) {
        former = one.version.equals("2.0");
      } else if (one.dated) {
        former = true;
      }
    }
  }

  private static void note(Saying one, String name, JsonToken value, JsonParser json) {
    if (value == JsonToken.VALUE_STRING) {
      switch (name) {
        case "type" -> one.type = json.getString();
        case "id" -> one.id = json.getString();
        case "spec_version" -> one.version = json.getString();
        case "created" -> one.dated = true;
        default -> {}
      }
    }
    json.skipChildren();
  }
}
