package org.tocsin.ingest.feed;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which mails of a mailbox were taken.
 *
 * @param validity of the ids; where the mailbox has another, they name other mails
 * @param last all up to this UID were looked at; 0 for none, and for POP3
 * @param taken ids that were taken, for POP3, whose ids have no order
 * @param aside why mails could not be taken, by their ids; they are looked at again each time
 */
record MailboxCursor(String validity, long last, Set<String> taken, TreeMap<String, String> aside) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static MailboxCursor of(@Nullable String text, String validity) {
    MailboxCursor none = new MailboxCursor(validity, 0, new TreeSet<>(), new TreeMap<>());
    try {
      MailboxCursor cursor = text == null ? none : JSON.readValue(text, MailboxCursor.class);
      return cursor.validity().equals(validity) ? cursor : none;
    } catch (JacksonException e) {
      return none;
    }
  }

  String text() {
    return JSON.writeValueAsString(this);
  }
}
