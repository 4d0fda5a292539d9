package org.tocsin.formats.stix;

import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.JsonText;
import org.tocsin.formats.record.Span;
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
    try {
      return JsonText.object(text, span);
    } catch (Fault fault) {
      String path = fault.path() == null ? "" : fault.path();
      throw new FaultyObjectException(fault.reason(), path, fault.detail());
    }
  }
}
