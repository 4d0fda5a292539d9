package org.tocsin.formats.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the fields of a JSON record hold, as text. */
public final class JsonValues {
  /** More stay in the raw record only. */
  private static final int MAX_FIELDS = 500;

  /** A longer text is an attachment and stays in the raw record only. */
  private static final int MAX_TEXT = 8_192;

  private JsonValues() {}

  /** The text, number or truth of that name without blanks around; null where there is none. */
  public static @Nullable String text(JsonNode record, String name) {
    return scalar(record.path(name));
  }

  /** All there is under that name, whether it is one value or a list of them. */
  public static List<String> texts(JsonNode record, String name) {
    List<String> texts = new ArrayList<>();
    JsonNode node = record.path(name);
    if (node.isArray()) {
      for (JsonNode element : node) {
        addTo(texts, scalar(element));
      }
    } else {
      addTo(texts, scalar(node));
    }
    return texts;
  }

  /** The objects under that name, whether it is one or a list of them. */
  public static List<JsonNode> objects(JsonNode record, String name) {
    List<JsonNode> objects = new ArrayList<>();
    JsonNode node = record.path(name);
    if (node.isArray()) {
      node.forEach(element -> {
        if (element.isObject()) {
          objects.add(element);
        }
      });
    } else if (node.isObject()) {
      objects.add(node);
    }
    return objects;
  }

  /**
   * Keeps every field by its path, such as {@code Source.0.IP4}; a list of plain values is one
   * field.
   *
   * @param keep which paths to keep; what is below a path that is not kept is not kept either
   */
  public static void keep(JsonNode record, Predicate<String> keep, ObservedDraft draft) {
    walk("", record, keep, draft);
  }

  private static void walk(
      String path, JsonNode node, Predicate<String> keep, ObservedDraft draft) {
    String prefix = path.isEmpty() ? "" : path + ".";
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      visit(prefix + property.getKey(), property.getValue(), keep, draft);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      visit(prefix + i, node.get(i), keep, draft);
    }
  }

  private static void visit(
      String path, JsonNode node, Predicate<String> keep, ObservedDraft draft) {
    if (!keep.test(path) || draft.fields.size() >= MAX_FIELDS) {
      return;
    }
    if (node.isArray() && !holdsContainer(node)) {
      put(path, joined(node), draft);
    } else if (node.isContainer()) {
      walk(path, node, keep, draft);
    } else {
      put(path, scalar(node), draft);
    }
  }

  private static boolean holdsContainer(JsonNode list) {
    for (JsonNode element : list) {
      if (element.isContainer()) {
        return true;
      }
    }
    return false;
  }

  private static String joined(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> addTo(texts, scalar(element)));
    return String.join(", ", texts);
  }

  private static void put(String path, @Nullable String text, ObservedDraft draft) {
    if (text != null && text.length() <= MAX_TEXT) {
      draft.field(path, text);
    }
  }

  private static void addTo(List<String> texts, @Nullable String text) {
    if (text != null) {
      texts.add(text);
    }
  }

  private static @Nullable String scalar(JsonNode node) {
    if (node.isContainer() || node.isNull() || node.isMissingNode()) {
      return null;
    }
    String text = node.asString("").strip();
    return text.isEmpty() ? null : text;
  }
}
