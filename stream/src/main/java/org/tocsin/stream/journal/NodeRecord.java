package org.tocsin.stream.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first record of a journal.
 *
 * @param kind tells the kinds of journal records apart; {@value #KIND} here
 * @param previous hash of the record before; {@value #NONE}, as nothing precedes the first
 * @param namespace the node's namespace
 */
record NodeRecord(String kind, String previous, UUID namespace) {
  static final String KIND = "node";

  /** Where a chain of SHA-256 hashes begins. */
  static final String NONE = "0000000000000000000000000000000000000000000000000000000000000000";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  static NodeRecord first(UUID namespace) {
    return new NodeRecord(KIND, NONE, namespace);
  }

  byte[] bytes() {
    return MAPPER.writeValueAsBytes(this);
  }

  /** Reads it; throws IllegalStateException where the bytes are something else. */
  static NodeRecord read(byte @Nullable [] bytes) {
    try {
      NodeRecord node = bytes == null ? null : MAPPER.readValue(bytes, NodeRecord.class);
      if (node != null && KIND.equals(node.kind()) && node.namespace() != null) {
        return node;
      }
    } catch (JacksonException e) {
      throw new IllegalStateException("the first record of the journal is unreadable", e);
    }
    throw new IllegalStateException("the journal does not begin with its node");
  }
}
