package org.tocsin.web.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.incident.Happening.Decided;

/**
 * A file that was added to an incident.
 *
 * @param id of the command that added it
 * @param at when that was journalled
 * @param by who added it, null where the reader may not know
 * @param organisation whom they spoke for, null for the node itself
 * @param mediaType what it says it is
 * @param size in bytes
 * @param sha256 of its bytes
 * @param to for whom it is beside the team, null for nobody
 * @param from whom the team had it from, null where somebody else added it themselves
 */
public record KnownAttachment(
    UUID id,
    Instant at,
    @Nullable String by,
    @Nullable String organisation,
    String name,
    String mediaType,
    long size,
    String sha256,
    @Nullable String to,
    @Nullable String from) {

  static KnownAttachment of(Decided decided) {
    return new KnownAttachment(
        decided.commandId(),
        decided.at(),
        decided.actor(),
        decided.organisation(),
        text(decided, "name"),
        text(decided, "mediaType"),
        decided.details().path("size").asLong(0),
        text(decided, "sha256"),
        optional(decided, "to"),
        optional(decided, "from"));
  }

  private static String text(Decided decided, String name) {
    return decided.details().path(name).asString("");
  }

  private static @Nullable String optional(Decided decided, String name) {
    String text = text(decided, name);
    return text.isBlank() ? null : text;
  }
}
