package org.tocsin.model.warning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.Field;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import tools.jackson.databind.node.ObjectNode;

/** What writes a warning. */
final class Drafting {
  private static final int LONGEST_NOTE = 2_000;
  private static final String NOTE = "note";

  private Drafting() {}

  /** What the details of a command say; null for an update that changes nothing yet. */
  static @Nullable WarningContent contentOf(Command command) {
    ObjectNode details = command.details();
    if (details.get("content") instanceof ObjectNode content) {
      return EntityJson.read(content, WarningContent.class);
    }
    boolean opens = command.action().equals(WarningRules.UPDATE) && !details.has("title");
    return opens ? null : EntityJson.read(details, WarningContent.class);
  }

  static Warning create(Journaled made, Before before) {
    Command command = made.command();
    if (before.find(command.entity(), Warning.class).isPresent()) {
      throw RefusedException.wrongState("there is a warning of that id already");
    }
    WarningContent content = content(command, before);
    String author = command.by().name();
    return new Warning(
        id(command),
        Warning.number(made),
        author,
        made.added(),
        made.added(),
        List.of(),
        WorkingCopy.of(content, author, note(command)),
        null,
        List.of(),
        null,
        null);
  }

  static Warning edit(Warning warning, Journaled made, Before before) {
    Command command = made.command();
    WorkingCopy working = working(warning);
    WarningContent content = content(command, before);
    return warning.with(working.changed(content, command.by().name(), note(command)), made.added());
  }

  static Warning update(Warning warning, Journaled made, Before before) {
    Command command = made.command();
    WarningVersion published =
        warning
            .published()
            .orElseThrow(() ->
                RefusedException.wrongState("nothing is published yet that could be updated"));
    if (warning.working() != null) {
      throw RefusedException.wrongState("an update is being written already");
    }
    WarningContent given = contentOf(command);
    WarningContent content =
        given == null ? published.content() : Addressed.requireThere(given, before);
    return warning.with(WorkingCopy.of(content, command.by().name(), note(command)), made.added());
  }

  static Warning discard(Warning warning, Journaled made) {
    working(warning);
    if (warning.published().isEmpty()) {
      throw RefusedException.wrongState("nothing was published yet; withdraw it");
    }
    return warning.with(null, made.added());
  }

  /** The working copy; refuses where there is none. */
  static WorkingCopy working(Warning warning) {
    WorkingCopy working = warning.working();
    if (working == null) {
      throw RefusedException.wrongState(
          "nothing is being written; a published warning is changed by the action update");
    }
    return working;
  }

  /** When an end is given that is over already, nobody would ever see the warning hold. */
  static void requireToHold(WarningContent content, Instant at) {
    Instant end = content.validUntil();
    if (end != null && !end.isAfter(at)) {
      throw RefusedException.wrongState("validUntil: that is over already");
    }
  }

  private static WarningContent content(Command command, Before before) {
    WarningContent content = contentOf(command);
    if (content == null) {
      throw RefusedException.invalid("title: missing");
    }
    return Addressed.requireThere(content, before);
  }

  private static @Nullable String note(Command command) {
    return reading(NOTE, command, false);
  }

  /** A text of the details in words for people. */
  static @Nullable String reading(String field, Command command, boolean needed) {
    try {
      String given = command.details().path(field).asString("");
      return needed
          ? Field.text(field, given, LONGEST_NOTE)
          : Field.optional(field, given, LONGEST_NOTE);
    } catch (IllegalArgumentException e) {
      throw RefusedException.invalid(String.valueOf(e.getMessage()));
    }
  }

  /** Why something is done, which has to be said. */
  static String reason(Command command) {
    return String.valueOf(reading("reason", command, true));
  }

  private static UUID id(Command command) {
    try {
      return UUID.fromString(command.entity().id());
    } catch (IllegalArgumentException e) {
      throw RefusedException.invalid("id: must be a UUID");
    }
  }
}
