package org.tocsin.model.stix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A STIX 2.1 object as it is written: every property is kept, known or not, and the common ones
 * (section 3.2) are read by name.
 *
 * @param json the whole object; not to be changed once it is in here
 */
public record StixObject(ObjectNode json) {
  /** The object's type, empty text where it says none. */
  public String type() {
    return text("type").orElse("");
  }

  /** The object's id, empty text where it says none. */
  public String id() {
    return text("id").orElse("");
  }

  /** When this version was made; empty for objects that have no versions. */
  public Optional<Instant> modified() {
    return text("modified").flatMap(StixTime::parse);
  }

  /** Whether the object was taken back by its creator (section 3.6.2). */
  public boolean revoked() {
    return json.path("revoked").asBoolean(false);
  }

  /** The ids of the markings of the object as a whole (section 7.2.2). */
  public List<String> markingRefs() {
    return texts("object_marking_refs");
  }

  /** A property that is a string; empty where it is missing or something else. */
  public Optional<String> text(String property) {
    JsonNode value = json.get(property);
    return value != null && value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  /** The strings of a property that is a list; what is not a string is passed over. */
  public List<String> texts(String property) {
    List<String> texts = new ArrayList<>();
    @Nullable JsonNode list = json.get(property);
    if (list != null && list.isArray()) {
      list.forEach(item -> {
        if (item.isString()) {
          texts.add(item.stringValue());
        }
      });
    }
    return texts;
  }
}
