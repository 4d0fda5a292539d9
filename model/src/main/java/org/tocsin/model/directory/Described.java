package org.tocsin.model.directory;

import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.RefusedException;
import tools.jackson.databind.node.ObjectNode;

/** The entity that the details of a command {@code put} describe. */
final class Described {
  private Described() {}

  /**
   * Reads it. Its id is the one the command is about; putting takes what was retired back in.
   *
   * @throws RefusedException when the details describe none; the message names the field
   */
  static <E> E by(Command command, Class<E> type) {
    String id = command.entity().id();
    ObjectNode whole = command.details().deepCopy();
    if (whole.has("id") && !whole.path("id").asString("").equals(id)) {
      throw RefusedException.invalid("id: must be " + id);
    }
    whole.put("id", id).put("retired", false);
    return EntityJson.read(whole, type);
  }

  /** Refuses an action the entity does not know. */
  static RefusedException unknownAction() {
    return RefusedException.invalid("action: put or retire");
  }
}
