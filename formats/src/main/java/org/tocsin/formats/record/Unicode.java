package org.tocsin.formats.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds text that is not Unicode: half a surrogate pair, which JSON can spell and UTF-8 cannot
 * write again.
 */
public final class Unicode {
  private Unicode() {}

  /** JSON pointer of the first text that holds half a character; null where there is none. */
  public static @Nullable String faultIn(JsonNode node) {
    return faultIn(node, "");
  }

  private static @Nullable String faultIn(JsonNode node, String path) {
    if (node.isString()) {
      return isUnicode(node.stringValue()) ? null : path;
    }
    if (node.isObject()) {
      return faultInObject(node, path);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      String fault = faultIn(node.get(i), path + "/" + i);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static @Nullable String faultInObject(JsonNode object, String path) {
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      if (!isUnicode(property.getKey())) {
        return path;
      }
      JsonNode value = property.getValue();
      if (value.isString() ? !isUnicode(value.stringValue()) : value.isContainer()) {
        String fault = faultIn(value, path + "/" + property.getKey());
        if (fault != null) {
          return fault;
        }
      }
    }
    return null;
  }

  private static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
