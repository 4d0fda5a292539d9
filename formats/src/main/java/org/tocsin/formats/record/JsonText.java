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
      String fault = Unicode.faultIn(object);
      if (fault != null) {
        throw Fault.bad(fault, "The text holds half a character (a lone surrogate).");
      }
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
}
