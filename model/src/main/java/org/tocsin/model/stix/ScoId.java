package org.tocsin.model.stix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
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

  /**
   * An object as canonical JSON (RFC 8785), UTF-8.
   *
   * @throws IllegalArgumentException as {@link CanonicalJson#write} does
   */
  public static byte[] canonical(ObjectNode object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try {
      CanonicalJson.write(object, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes what is written to it", e);
    }
    return bytes.toByteArray();
  }
}
