package org.tocsin.stream.journal;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How entries of the journal are written: one JSON object each, told apart by {@code kind}. */
final class JournalCodec {
  private static final String KIND = "kind";
  private static final String COMMAND = "command";
  private static final String SEAL = "seal";

  private JournalCodec() {}

  static byte[] encode(Command command) {
    return bytes(COMMAND, command);
  }

  static byte[] encode(Seal seal) {
    return bytes(SEAL, seal);
  }

  static JournalEntry decode(byte @Nullable [] value) {
    if (value == null) {
      return new JournalEntry.Malformed();
    }
    try {
      JsonNode tree = EntityJson.MAPPER.readTree(value);
      return switch (tree.path(KIND).asString("")) {
        case NodeRecord.KIND -> new JournalEntry.Node();
        case COMMAND -> new JournalEntry.Made(EntityJson.read(tree, Command.class));
        case SEAL -> new JournalEntry.Sealed(EntityJson.read(tree, Seal.class));
        default -> new JournalEntry.Malformed();
      };
    } catch (JacksonException | RefusedException e) {
      return new JournalEntry.Malformed();
    }
  }

  private static byte[] bytes(String kind, Object entry) {
    ObjectNode tree = EntityJson.MAPPER.createObjectNode().put(KIND, kind);
    return EntityJson.MAPPER.writeValueAsBytes(tree.setAll(EntityJson.tree(entry)));
  }
}
