package org.tocsin.formats.stix;

import org.tocsin.formats.record.Span;
import org.tocsin.formats.record.Unicode;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the bytes of one object into a tree. */
final class ObjectParser {
  private ObjectParser() {}

  /**
   * The object in that stretch of the text.
   *
   * @throws FaultyObjectException when it is not JSON in UTF-8, not an object, or passes a limit
   */
  static ObjectNode parse(byte[] text, Span span) throws FaultyObjectException {
    if (read(text, span) instanceof ObjectNode object) {
      requireUnicode(object);
      return object;
    }
    throw new FaultyObjectException(
        RejectReason.BAD_VALUE, "", "A STIX object is a JSON object; this is another value.");
  }

  private static JsonNode read(byte[] text, Span span) throws FaultyObjectException {
    try {
      return StixJson.MAPPER.readTree(text, span.start(), span.length());
    } catch (StreamConstraintsException e) {
      throw new FaultyObjectException(
          RejectReason.LIMIT_EXCEEDED, "", "The object is too deep, too large or too long.");
    } catch (JacksonException e) {
      throw new FaultyObjectException(RejectReason.UNREADABLE, "", whatIsWrong(e));
    } catch (IllegalStateException e) {
      throw new FaultyObjectException(
          RejectReason.UNREADABLE, "", "The names of its properties are made to collide.");
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

  /** A string is Unicode (STIX 2.1 section 2.15). */
  private static void requireUnicode(ObjectNode object) throws FaultyObjectException {
    String path = Unicode.faultIn(object);
    if (path != null) {
      throw new FaultyObjectException(
          RejectReason.BAD_VALUE, path, "The text holds half a character (a lone surrogate).");
    }
  }
}
