package org.tocsin.model.stix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.node.ObjectNode;

/** Ids of cyber-observable objects, derived from what they say (STIX 2.1 section 2.9). */
public final class ScoId {
  private static final UUID NAMESPACE = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  private ScoId() {}

  /**
   * The id of an object of that type.
   *
   * @param contributing the properties that contribute to the id by the type's definition, and no
   *     others
   */
  public static String of(String type, ObjectNode contributing) {
    return type + "--" + NameBasedId.of(NAMESPACE, canonical(contributing));
  }

  /** An object as canonical JSON (RFC 8785), UTF-8. */
  public static byte[] canonical(ObjectNode object) {
    try {
      return new JsonCanonicalizer(StixJson.MAPPER.writeValueAsString(object)).getEncodedUTF8();
    } catch (IOException e) {
      throw new UncheckedIOException("what Jackson wrote is JSON", e);
    }
  }
}
