package org.tocsin.formats.record;

import java.util.HashMap;
import java.util.Map;
import org.tocsin.formats.Sample;
import org.tocsin.formats.rows.Rows;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The properties of the first object of a JSON sample: of the document, of the first element of an
 * array, or of the first line. The sample may end anywhere; what was seen up to there counts.
 */
public final class JsonLook {
  private final Map<String, String> properties = new HashMap<>();

  private JsonLook() {}

  /** Looks at the head of a submission. */
  public static JsonLook at(Sample sample) {
    JsonLook look = new JsonLook();
    look.read(sample.head());
    return look;
  }

  /** Whether there is a property of that name. */
  public boolean has(String name) {
    return properties.containsKey(name);
  }

  /** Whether all those properties are there. */
  public boolean hasAll(String... names) {
    for (String name : names) {
      if (!has(name)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the property of that name is that text. */
  public boolean says(String name, String text) {
    return text.equals(properties.get(name));
  }

  /** The text, number or truth of that name; empty where there is none. */
  public String text(String name) {
    return properties.getOrDefault(name, "");
  }

  /** The names of all properties. */
  public Iterable<String> names() {
    return properties.keySet();
  }

  private void read(byte[] head) {
    int from = Rows.byteOrderMark(head, head.length);
    try (JsonParser json = StixJson.MAPPER.createParser(head, from, head.length - from)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_ARRAY) {
        first = json.nextToken();
      }
      while (first == JsonToken.START_OBJECT && json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        properties.put(name, value.isScalarValue() ? json.getString() : "");
        json.skipChildren();
      }
    } catch (JacksonException e) {
      return;
    }
  }
}
