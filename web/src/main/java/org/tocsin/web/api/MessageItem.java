package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;
import org.tocsin.web.incident.Happening.Decided;

/**
 * A message about an incident.
 *
 * @param at when it was journalled
 * @param by who wrote it down
 * @param organisation whom they spoke for, null for the node itself
 * @param to to whom the team wrote, null where it did not write
 * @param from from whom the team had it, null where somebody else wrote it themselves
 */
@JsonInclude(Include.NON_NULL)
record MessageItem(
    UUID commandId,
    String at,
    @Nullable String by,
    @Nullable String organisation,
    @Nullable String to,
    @Nullable String from,
    @Nullable String text) {

  /**
   * All messages of an incident the reader may see; there are never so many that they need pages.
   */
  record Messages(List<MessageItem> items) {}

  static MessageItem of(Decided message) {
    return new MessageItem(
        message.commandId(),
        StixTime.micros(message.at()),
        message.actor(),
        message.organisation(),
        text(message, "to"),
        text(message, "from"),
        message.words());
  }

  private static @Nullable String text(Decided message, String name) {
    String text = message.details().path(name).asString("");
    return text.isBlank() ? null : text;
  }
}
