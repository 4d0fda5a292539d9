package org.tocsin.web.console;

import org.jspecify.annotations.Nullable;
import org.tocsin.web.incident.KnownAttachment;

/**
 * A file of an incident, as its page shows it.
 *
 * @param size such as {@code 1.4 MiB}
 * @param who who added it, to whom and from whom
 */
record AttachmentCard(
    String id, String name, String size, String mediaType, String sha256, Moment at, String who) {

  static AttachmentCard of(KnownAttachment known) {
    return new AttachmentCard(
        known.id().toString(),
        known.name(),
        Figure.size(known.size()),
        known.mediaType(),
        known.sha256(),
        Moment.minutes(known.at()),
        part("", known.by())
            + part(", ", known.organisation())
            + part(", to ", known.to())
            + part(", from ", known.from()));
  }

  private static String part(String before, @Nullable String text) {
    return text == null ? "" : before + text;
  }
}
