package org.tocsin.model.incident;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.RefusedException;

/**
 * Words about an incident. They are in the journal and nowhere else: the incident stays as it is.
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
    boolean addressed = message.to() != null && !message.to().isBlank();
    boolean received = message.from() != null && !message.from().isBlank();
    if (isOutsider(command.by())) {
      if (addressed || received) {
        throw RefusedException.invalid("to: your messages are from you to the node's team");
      }
    } else if (addressed == received) {
      throw RefusedException.invalid("to: either to or from must be there");
    } else {
      Told.line(
          addressed ? "to" : "from", addressed ? message.to() : message.from(), Told.LONGEST_NAME);
    }
    return incident;
  }

  private static boolean isOutsider(Actor by) {
    return !IncidentAction.COMMENT.isOpenTo(by.roles());
  }
}
