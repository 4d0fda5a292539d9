package org.tocsin.web.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.MailThread;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.StoredObservation;

/**
 * What somebody wrote in a mail, as plain text.
 *
 * @param subject what it is about
 * @param from its author's address, null where it is not known or not for the reader
 * @param text what it says, the beginning of it where it is long
 * @param whole whether that is all of it
 */
record MailText(String subject, @Nullable String from, String text, boolean whole) {
  private static final int MOST_SHOWN = 8_000;

  /** Null where it is no such mail, or what it says is not for the reader. */
  static @Nullable MailText of(StoredObservation stored) {
    if (!MailThread.REPORT_TYPE.equals(stored.reportType())) {
      return null;
    }
    return first(stored, "email-message").flatMap(mail -> of(stored, mail)).orElse(null);
  }

  private static Optional<MailText> of(StoredObservation stored, StixObject mail) {
    return mail.text("body")
        .map(body -> {
          int most = Math.min(body.codePointCount(0, body.length()), MOST_SHOWN);
          String shown = body.substring(0, body.offsetByCodePoints(0, most));
          return new MailText(
              mail.text("subject").orElse("A mail without a subject"),
              first(stored, "email-addr").flatMap(from -> from.text("value")).orElse(null),
              shown,
              shown.length() == body.length());
        });
  }

  private static Optional<StixObject> first(StoredObservation stored, String type) {
    return stored.objects().stream().filter(object -> object.type().equals(type)).findFirst();
  }
}
