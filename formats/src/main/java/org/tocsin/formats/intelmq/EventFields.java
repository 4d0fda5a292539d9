package org.tocsin.formats.intelmq;

import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.JsonValues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one event by their full names, whether it is written flat or nested. */
record EventFields(ObjectNode event) {
  /** What is in that field; null where nothing is. */
  @Nullable String text(String name) {
    String flat = JsonValues.text(event, name);
    if (flat != null) {
      return flat;
    }
    JsonNode node = event;
    int from = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
      node = node.path(name.substring(from, dot));
      from = dot + 1;
    }
    return from == 0 ? null : JsonValues.text(node, name.substring(from));
  }
}
