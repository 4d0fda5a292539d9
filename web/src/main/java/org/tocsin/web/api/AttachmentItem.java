package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;
import org.tocsin.web.incident.KnownAttachment;

/**
 * A file of an incident.
 *
 * @param id of the command that added it; its address ends in it
 * @param at when it was journalled
 * @param by who added it
 * @param organisation whom they spoke for, null for the node itself
 * @param mediaType what it says it is
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal digits
 * @param to for whom it is beside the team, null for nobody
 * @param from whom the team had it from, null where somebody else added it themselves
 */
@JsonInclude(Include.NON_NULL)
record AttachmentItem(
    UUID id,
    String name,
    String mediaType,
    long size,
    String sha256,
    String at,
    @Nullable String by,
    @Nullable String organisation,
    @Nullable String to,
    @Nullable String from) {

  /** All files of an incident the reader may have. */
  record Attachments(List<AttachmentItem> items) {}

  static AttachmentItem of(KnownAttachment known) {
    return new AttachmentItem(
        known.id(),
        known.name(),
        known.mediaType(),
        known.size(),
        known.sha256(),
        StixTime.micros(known.at()),
        known.by(),
        known.organisation(),
        known.to(),
        known.from());
  }
}
