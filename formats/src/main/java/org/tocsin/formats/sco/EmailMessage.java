package org.tocsin.formats.sco;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mail (STIX 2.1 section 6.6) as far as it is known here: whom it was sent to is not.
 *
 * @param multipart whether its body has several parts
 * @param date when it was sent, null where it does not say
 * @param from id of the email-addr of its author, null where there is none
 * @param subject its subject, null where it has none
 * @param messageId its Message-ID, null where it has none
 * @param body its text, null where it has none
 */
public record EmailMessage(
    boolean multipart,
    @Nullable Instant date,
    @Nullable String from,
    @Nullable String subject,
    @Nullable String messageId,
    @Nullable String body) {

  /** What makes up its id (section 6.6): author, subject and the body of one part. */
  ObjectNode contributing() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "from_ref", from);
    put(json, "subject", subject);
    put(json, "body", multipart ? null : body);
    return json;
  }

  ObjectNode json() {
    ObjectNode json = contributing().put("is_multipart", multipart);
    put(json, "message_id", messageId);
    if (date != null) {
      json.put("date", StixTime.millis(date));
    }
    if (multipart && body != null) {
      json.putArray("body_multipart")
          .addObject()
          .put("content_type", "text/plain; charset=utf-8")
          .put("body", body);
    }
    return json;
  }

  private static void put(ObjectNode json, String property, @Nullable String value) {
    if (value != null) {
      json.put(property, value);
    }
  }
}
