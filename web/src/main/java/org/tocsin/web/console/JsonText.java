package org.tocsin.web.console;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Writes JSON for people: indented, its parts told apart. Not thread-safe. */
final class JsonText {
  private final List<Part> parts = new ArrayList<>();

  private JsonText() {}

  /**
   * A piece of the text.
   *
   * @param kind {@code name}, {@code string}, {@code number}, {@code word} or {@code mark}
   * @param text the piece
   */
  record Part(String kind, String text) {}

  /** The pieces of a document, in order. */
  static List<Part> of(JsonNode node) {
    JsonText json = new JsonText();
    json.write(node, "\n");
    return json.parts;
  }

  private void write(JsonNode node, String lineStart) {
    if (node.isObject() && !node.isEmpty()) {
      object(node, lineStart + "  ");
      mark(lineStart + "}");
    } else if (node.isArray() && !node.isEmpty()) {
      array(node, lineStart + "  ");
      mark(lineStart + "]");
    } else {
      parts.add(new Part(kind(node), node.toString()));
    }
  }

  private void object(JsonNode node, String lineStart) {
    mark("{");
    Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      mark(lineStart);
      parts.add(new Part("name", quoted(member.getKey())));
      mark(": ");
      write(member.getValue(), lineStart);
      comma(members.hasNext());
    }
  }

  private void array(JsonNode node, String lineStart) {
    mark("[");
    Iterator<JsonNode> items = node.iterator();
    while (items.hasNext()) {
      mark(lineStart);
      write(items.next(), lineStart);
      comma(items.hasNext());
    }
  }

  private void comma(boolean more) {
    if (more) {
      mark(",");
    }
  }

  private void mark(String text) {
    parts.add(new Part("mark", text));
  }

  private static String quoted(String name) {
    return StringNode.valueOf(name).toString();
  }

  private static String kind(JsonNode node) {
    if (node.isString()) {
      return "string";
    }
    return node.isNumber() ? "number" : node.isContainer() ? "mark" : "word";
  }
}
