package org.tocsin.formats.iodef;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.formats.markup.Element;
import org.tocsin.formats.record.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The elements that JSON stands for (RFC 8727 section 3): properties with a small first letter are
 * attributes, the others elements, a list is an element repeated. An older rendering names lists in
 * the plural and puts the text of an element into a property of the element's name.
 */
final class JsonElements {
  private static final String OLD_ROOT = "IODEF-Document";

  private JsonElements() {}

  /**
   * The incident that object is.
   *
   * @throws Fault where it is a document of the older rendering with no or several incidents
   */
  static Element incident(ObjectNode record) throws Fault {
    if (!record.has(OLD_ROOT)) {
      return element("Incident", record);
    }
    List<Element> incidents = element(OLD_ROOT, record.get(OLD_ROOT)).children("Incident");
    if (incidents.size() != 1) {
      throw Fault.bad("/" + OLD_ROOT + "/Incidents", "a document of this kind has one incident");
    }
    return incidents.getFirst();
  }

  private static Element element(String name, JsonNode node) {
    if (!node.isObject()) {
      return new Element(
          name, Map.of(), node.isContainer() ? "" : node.asString("").strip(), List.of());
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    List<Element> children = new ArrayList<>();
    String text = "";
    for (var property : node.properties()) {
      String key = property.getKey();
      JsonNode value = property.getValue();
      boolean scalar = !value.isContainer();
      if (scalar && (key.equals("value") || key.equals("id") || key.equals(name))) {
        text = value.asString("").strip();
      } else if (scalar && !key.isEmpty() && Character.isLowerCase(key.charAt(0))) {
        attributes.put(key, value.asString(""));
      } else if (value.isArray()) {
        value.forEach(one -> children.add(element(singular(key, one), one)));
      } else {
        children.add(element(key, value));
      }
    }
    return new Element(name, attributes, text, List.copyOf(children));
  }

  /** RFC 8727 names nothing that ends in one s in the plural. */
  private static String singular(String key, JsonNode element) {
    boolean plural = element.isObject() && key.endsWith("s") && !key.endsWith("ss");
    return plural ? key.substring(0, key.length() - 1) : key;
  }
}
