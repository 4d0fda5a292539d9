package org.tocsin.formats.cap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.formats.record.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One element of an alert, with the path a reject names. Not thread-safe while it is read. */
final class Element {
  private static final int LONGEST_KEPT = 16 * 1024;

  private final String path;
  private final boolean former;
  private final Map<String, List<Element>> children = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  private Element(String path, boolean former) {
    this.path = path;
    this.former = former;
  }

  /**
   * An alert.
   *
   * @param former whether it is one of CAP 1.0, which asks for less
   */
  static Element alert(boolean former) {
    return new Element("/alert", former);
  }

  /** Whether it is one of CAP 1.0. */
  boolean isFormer() {
    return former;
  }

  /** Adds an element within this one. */
  Element child(String of) {
    List<Element> same = children.computeIfAbsent(of, any -> new ArrayList<>());
    String place = same.isEmpty() ? "" : "[" + (same.size() + 1) + "]";
    Element child = new Element(path + "/" + of + place, former);
    same.add(child);
    return child;
  }

  /** Adds to the text. */
  void append(String more) {
    text.append(more);
  }

  /** XPath of the element within the alert. */
  String path() {
    return path;
  }

  /** The elements of that name. */
  List<Element> all(String of) {
    return children.getOrDefault(of, List.of());
  }

  /** The text of the first element of that name; empty where there is none, or it is empty. */
  Optional<String> text(String of) {
    return all(of).stream().map(Element::text).filter(one -> !one.isEmpty()).findFirst();
  }

  /** Text of an element that must be there and hold something. */
  String required(String of) throws Fault {
    if (all(of).isEmpty()) {
      throw Fault.missing(path + "/" + of, "CAP asks for this element.");
    }
    return text(of)
        .orElseThrow(() -> Fault.bad(path + "/" + of, "This element must not be empty."));
  }

  private String text() {
    return text.toString().strip();
  }

  /** All it holds as JSON: text, or an object; what repeats is a list. */
  JsonNode json() {
    if (children.isEmpty()) {
      String whole = text();
      String kept = whole.length() > LONGEST_KEPT ? whole.substring(0, LONGEST_KEPT) : whole;
      return JsonNodeFactory.instance.stringNode(kept);
    }
    return object();
  }

  /** What it holds as JSON, for an element that holds others. */
  ObjectNode object() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    children.forEach((of, elements) -> {
      if (elements.size() == 1) {
        object.set(of, elements.getFirst().json());
      } else {
        ArrayNode list = object.putArray(of);
        elements.forEach(element -> list.add(element.json()));
      }
    });
    return object;
  }
}
