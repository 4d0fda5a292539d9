package org.tocsin.web.fake;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Rules;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.warning.WarningRules;

/** The simplest thing that can be decided about: a line of text that whoever likes rewrites. */
public record Note(String id, String text) implements Entity {
  @Override
  public EntityRef ref() {
    return new EntityRef(EntityKind.WARNING, id);
  }

  /** Somebody writes a note of that name. */
  public static Command write(UUID id, String text, String who) {
    return command(id, "write", new Actor(who, Set.of(Role.FEED), null), 0L, text);
  }

  /** Somebody does something to the note of that id. */
  public static Command command(
      UUID id, String action, Actor who, @Nullable Long expectedVersion, String text) {
    return new Command(
        id,
        who,
        new EntityRef(EntityKind.WARNING, "note"),
        expectedVersion,
        action,
        EntityJson.tree(new NoteRules.Words(text)));
  }

  /** A note says something, and some things cannot be done to it; other warnings are real ones. */
  static final class NoteRules implements Rules {
    private static final String NOTE = "note";
    private final Rules warnings = new WarningRules();

    record Words(String text) {}

    @Override
    public Set<EntityRef> looksAt(Command command) {
      return command.entity().id().equals(NOTE) ? Set.of() : warnings.looksAt(command);
    }

    @Override
    public EntityKind kind() {
      return EntityKind.WARNING;
    }

    @Override
    public List<Entity> decide(Journaled made, Before before) {
      EntityRef ref = made.command().entity();
      if (!ref.id().equals(NOTE)) {
        return warnings.decide(made, before);
      }
      String text = made.command().details(Words.class).text();
      return switch (made.command().action()) {
        case "write" -> List.of(new Note(ref.id(), text));
        case "burn" -> throw RefusedException.wrongState("it is wet");
        case "guess" -> throw RefusedException.notFound("no such note");
        case "sign" -> throw RefusedException.forbidden("a lead signs");
        default -> throw RefusedException.invalid("text: it must be there");
      };
    }
  }
}
