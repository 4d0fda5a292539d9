package org.tocsin.model.incident;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.RefusedException;

/**
 * Words about an incident, and files. They are in the journal and nowhere else, but for the bytes
 * of files: the incident stays as it is.
 */
final class Speaking {
  private Speaking() {}

  /** The details of {@code comment}. */
  private record Comment(@Nullable String text) {}

  static Incident comment(Command command, Incident incident) {
    Told.text("text", command.details(Comment.class).text(), Told.LONGEST_TEXT);
    return incident;
  }

  static Incident message(Command command, Incident incident) {
    Message message = command.details(Message.class);
    Told.text("text", message.text(), Told.LONGEST_TEXT);
    requireEnds(command.by(), message.to(), message.from());
    if (!isOutsider(command.by()) && !isThere(message.to()) && !isThere(message.from())) {
      throw RefusedException.invalid("to: either to or from must be there");
    }
    return incident;
  }

  static Incident attach(Command command, Incident incident) {
    Attachment attachment = command.details(Attachment.class);
    attachment.requireWhole();
    requireEnds(command.by(), attachment.to(), attachment.from());
    return incident;
  }

  /** The team says one of both at most, others none: what they send is from them to the team. */
  private static void requireEnds(Actor by, @Nullable String to, @Nullable String from) {
    if (isOutsider(by) && (isThere(to) || isThere(from))) {
      throw RefusedException.invalid("to: your messages are from you to the node's team");
    }
    if (isThere(to) && isThere(from)) {
      throw RefusedException.invalid("to: either to or from must be there");
    }
    if (isThere(to)) {
      Told.line("to", to, Told.LONGEST_NAME);
    }
    if (isThere(from)) {
      Told.line("from", from, Told.LONGEST_NAME);
    }
  }

  private static boolean isThere(@Nullable String name) {
    return name != null && !name.isBlank();
  }

  private static boolean isOutsider(Actor by) {
    return !IncidentAction.COMMENT.isOpenTo(by.roles());
  }
}
