package org.tocsin.formats.record;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of a JSON record, with the faults a person can act on.
 *
 * @param object where the fields are
 * @param path JSON pointer of the object into the record, empty for the record itself
 */
public record JsonFields(ObjectNode object, String path) {
  /** A text that must be there and hold something. */
  public String text(String name) throws Fault {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw Fault.missing(at(name), "This field is required.");
    }
    if (!value.isString() || value.stringValue().isBlank()) {
      throw Fault.bad(at(name), "The value of this field is a text that is not empty.");
    }
    return value.stringValue();
  }

  /** A text, or a number as text; null where it is missing, empty or something else. */
  public @Nullable String optional(String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isContainer() || value.isNull()) {
      return null;
    }
    String text = value.asString("");
    return text.isBlank() ? null : text;
  }

  /** A moment that must be there. */
  public Instant time(String name) throws Fault {
    String text = text(name);
    Optional<Instant> time = Timestamps.parse(text);
    return time.orElseThrow(
        () -> Fault.bad(at(name), "This is no moment in time, such as 2026-01-31T12:00:00Z."));
  }

  /** An object that must be there. */
  public JsonFields object(String name) throws Fault {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw Fault.missing(at(name), "This field is required.");
    }
    if (value instanceof ObjectNode inner) {
      return new JsonFields(inner, at(name));
    }
    throw Fault.bad(at(name), "The value of this field is an object.");
  }

  /** JSON pointer of a field. */
  public String at(String name) {
    return path + "/" + name;
  }
}
