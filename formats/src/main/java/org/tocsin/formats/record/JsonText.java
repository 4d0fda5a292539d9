package org.tocsin.formats.record;

import org.tocsin.model.report.RejectReason;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the bytes of one JSON object into a tree, within limits. */
public final class JsonText {
  private JsonText() {}

  /**
   * The object in that stretch of the text.
   *
   * @throws Fault where it is not JSON in UTF-8, not an object, or passes a limit
   */
  public static ObjectNode object(byte[] text, Span span) throws Fault {
    if (read(text, span) instanceof ObjectNode object) {
      requireUnicode(object, "");
      return object;
    }
    throw new Fault(RejectReason.BAD_VALUE, null, "The record is no JSON object.");
  }

  private static JsonNode read(byte[] text, Span span) throws Fault {
    try {
      return StixJson.MAPPER.readTree(text, span.start(), span.length());
    } catch (StreamConstraintsException e) {
      throw new Fault(
          RejectReason.LIMIT_EXCEEDED, null, "The object is too deep, too large or too long.");
    } catch (JacksonException e) {
      throw Fault.unreadable(whatIsWrong(e));
    } catch (IllegalStateException e) {
      throw Fault.unreadable("The names of its properties are made to collide.");
    }
  }

  private static String whatIsWrong(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    String what =
        message.startsWith("Duplicate")
            ? "A property stands twice in one object"
            : message.contains("UTF-8") ? "This is not UTF-8" : "This is not JSON";
    return e.getLocation() == null
        ? what + "."
        : what + ", in line " + e.getLocation().getLineNr() + " of the object.";
  }

  /**
   * A string is Unicode (STIX 2.1 section 2.15); half a surrogate pair is not, and could not be
   * written again.
   */
  private static void requireUnicode(JsonNode node, String path) throws Fault {
    if (node.isString()) {
      requireUnicodeText(node.stringValue(), path);
    } else if (node.isObject()) {
      for (var property : node.properties()) {
        requireUnicodeText(property.getKey(), path);
        if (property.getValue().isString() || property.getValue().isContainer()) {
          requireUnicode(property.getValue(), path + "/" + property.getKey());
        }
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        requireUnicode(node.get(i), path + "/" + i);
      }
    }
  }

  private static void requireUnicodeText(String text, String path) throws Fault {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!pair) {
          throw Fault.bad(path, "The text holds half a character (a lone surrogate).");
        }
        i++;
      }
    }
  }
}
