package org.tocsin.formats.mail.fields;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.mail.mime.HeaderFields;
import org.tocsin.formats.record.ObservedDraft;

/**
 * Puts fields into a draft so that nobody's address is shared. What names reporter or recipient is
 * left out; what holds an address of anybody else is kept under a name that begins with {@value
 * #HIDDEN}, which only the node's team and whoever sent the mail in get to see.
 */
public final class MailFields {
  /** How the names of fields begin that are not shared. */
  public static final String HIDDEN = "email_";

  /** Longest text of a field that is kept, in characters. */
  private static final int MAX_TEXT = 4_096;

  private MailFields() {}

  /**
   * Keeps a field of a report under its own name.
   *
   * @param leftOut names, in lower case, that are not kept at all
   */
  public static void keep(
      ObservedDraft draft, String name, @Nullable String text, Set<String> leftOut) {
    if (text == null || leftOut.contains(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    draft.field(text.indexOf('@') < 0 ? name : HIDDEN + name, shortened(text));
  }

  /** Keeps something that has to do with a mail, for the team alone. */
  public static void hide(ObservedDraft draft, String name, Optional<String> text) {
    text.ifPresent(each -> draft.field(HIDDEN + name, shortened(each)));
  }

  /** Keeps what identifies the mail that a report is about: its author, id and subject. */
  public static void keepReported(ObservedDraft draft, Optional<HeaderFields> mail) {
    mail.ifPresent(header -> {
      hide(draft, "reported_from", header.first("from"));
      hide(draft, "reported_message_id", header.first("message-id"));
      hide(draft, "reported_subject", header.first("subject"));
      hide(draft, "reported_date", header.first("date"));
    });
  }

  /** As much of a text as is kept of a field. */
  public static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MAX_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT));
  }
}
