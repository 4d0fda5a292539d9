package org.tocsin.store.document;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes one document as JSON; properties that are null or empty are left out. */
final class JsonText {
  /**
   * JSON of outsiders may hold half a surrogate pair as an escape, which no UTF-8 can express; it
   * is written back as an escape.
   */
  private static final JsonMapper ESCAPING =
      StixJson.MAPPER.rebuild().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final int USUAL_SIZE = 4_096;

  private final JsonGenerator json;

  private JsonText(JsonGenerator json) {
    this.json = json;
  }

  /** A document of what that writes, on one line. Called again when the first try fails. */
  static byte[] of(Consumer<JsonText> document) {
    try {
      return write(StixJson.MAPPER, document);
    } catch (JacksonException e) {
      return write(ESCAPING, document);
    }
  }

  private static byte[] write(JsonMapper mapper, Consumer<JsonText> document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (JsonGenerator json = mapper.createGenerator(bytes)) {
      json.writeStartObject();
      document.accept(new JsonText(json));
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  JsonText text(String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
    return this;
  }

  JsonText texts(String name, Collection<String> values) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(name);
      values.forEach(json::writeString);
      json.writeEndArray();
    }
    return this;
  }

  JsonText number(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  JsonText numbers(String name, Collection<Long> values) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(name);
      values.forEach(json::writeNumber);
      json.writeEndArray();
    }
    return this;
  }

  JsonText truth(String name, boolean value) {
    json.writeBooleanProperty(name, value);
    return this;
  }

  /** A time that is indexed, to the microsecond. */
  JsonText time(String name, Instant value) {
    return text(name, IndexedTime.text(value));
  }

  JsonText tree(String name, JsonNode value) {
    json.writeName(name);
    json.writeTree(value);
    return this;
  }

  JsonText objects(String name, Collection<StixObject> objects) {
    json.writeArrayPropertyStart(name);
    objects.forEach(object -> json.writeTree(object.json()));
    json.writeEndArray();
    return this;
  }

  JsonText object(String name, Runnable content) {
    json.writeObjectPropertyStart(name);
    content.run();
    json.writeEndObject();
    return this;
  }

  <T> JsonText list(String name, Collection<T> items, Consumer<T> item) {
    json.writeArrayPropertyStart(name);
    for (T each : items) {
      json.writeStartObject();
      item.accept(each);
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }
}
