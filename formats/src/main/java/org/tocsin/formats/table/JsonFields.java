package org.tocsin.formats.table;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.Span;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object as fields: what lies deeper goes by the names on the way to it with dots between
 * (an element of a list by its number), a list of plain values is one field with commas between.
 */
final class JsonFields implements Fields {
  /** The most fields a record may have. */
  static final int MAX = 4_096;

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  private JsonFields() {}

  /**
   * Reads the object that lies there.
   *
   * @throws Fault where it is none, or passes a limit
   */
  static JsonFields read(byte[] text, Span span) throws Fault {
    try (JsonParser json = StixJson.MAPPER.createParser(text, span.start(), span.length())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw Fault.unreadable("a record is a JSON object; this is another value");
      }
      JsonFields fields = new JsonFields();
      fields.object(json, "");
      if (json.nextToken() != null) {
        throw Fault.unreadable("something follows the JSON object");
      }
      return fields;
    } catch (StreamConstraintsException e) {
      throw new Fault(
          RejectReason.LIMIT_EXCEEDED, null, "the record is too deep, too large or too long");
    } catch (JacksonException e) {
      throw Fault.unreadable("this is not JSON");
    }
  }

  boolean has(String name) {
    return names.containsKey(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public @Nullable String text(String name) {
    return texts.get(name);
  }

  @Override
  public ObjectNode all() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    names.forEach((lower, name) -> {
      String text = texts.get(lower);
      if (text != null) {
        all.put(name, text);
      }
    });
    return all;
  }

  private void object(JsonParser json, String path) throws Fault {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = path + json.currentName();
      value(json, json.nextToken(), name);
    }
  }

  private void value(JsonParser json, JsonToken token, String name) throws Fault {
    switch (token) {
      case START_OBJECT -> object(json, name + ".");
      case START_ARRAY -> array(json, name);
      case VALUE_NULL -> put(name, null);
      default -> put(name, json.getString());
    }
  }

  private void array(JsonParser json, String name) throws Fault {
    StringBuilder plain = new StringBuilder();
    int number = 0;
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        value(json, token, name + "." + number);
      } else if (token != JsonToken.VALUE_NULL) {
        plain.append(plain.isEmpty() ? "" : ", ").append(json.getString());
      }
      number++;
    }
    put(name, plain.toString());
  }

  private void put(String name, @Nullable String text) throws Fault {
    if (names.size() == MAX) {
      throw new Fault(
          RejectReason.LIMIT_EXCEEDED, null, "the record has more than " + MAX + " fields");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    names.putIfAbsent(lower, whole(name));
    if (text != null && !text.isBlank()) {
      texts.putIfAbsent(lower, whole(text));
    }
  }

  /** Half a surrogate pair could not be written again; a question mark stands for it. */
  private static String whole(String text) {
    return hasHalfCharacter(text)
        ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        : text;
  }

  private static boolean hasHalfCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
