package org.tocsin.taxiicheck;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One answer of a manifest or an envelope (sections 3.7 and 5.3.1).
 *
 * @param next where to go on, null where the server says none
 */
record Page(Reply reply, List<JsonNode> objects, boolean more, @Nullable String next) {
  static Page of(Reply reply) {
    JsonNode json = reply.ok().json();
    JsonNode more = json.path("more");
    BrokenException.unless(
        more.isMissingNode() || more.isBoolean(), "'more' is %s, not a boolean", more);
    JsonNode next = json.path("next");
    return new Page(
        reply,
        Rules.list(json, "objects"),
        more.asBoolean(false),
        next.isString() ? next.asString() : null);
  }

  /** When its last object was added, as its header says (section 3.2). */
  String addedLast() {
    return reply.header("X-TAXII-Date-Added-Last");
  }

  /** When its first object was added. */
  String addedFirst() {
    return reply.header("X-TAXII-Date-Added-First");
  }
}
