package org.tocsin.stream.journal;

import java.util.Set;
import java.util.UUID;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.sharing.Role;

/** Commands for tests of the journal. */
final class Commands {
  private Commands() {}

  static Command numbered(int number) {
    return new Command(
        new UUID(0, number),
        new Actor("lead", Set.of(Role.LEAD), null),
        new EntityRef(EntityKind.WARNING, "w" + number),
        0L,
        "put",
        EntityJson.MAPPER.createObjectNode().put("number", number));
  }
}
