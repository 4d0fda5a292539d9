package org.tocsin.alerts.taxii;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Objects of a collection (TAXII 2.1 section 3.7).
 *
 * @param more whether there is more
 * @param next where to go on, null where there is no more
 */
record Envelope(
    boolean more,
    @JsonInclude(Include.NON_NULL) @Nullable String next,
    @JsonInclude(Include.NON_EMPTY) List<ObjectNode> objects) {

  static Envelope of(Slice slice) {
    return new Envelope(
        slice.more(),
        slice.next(),
        slice.items().stream().map(item -> item.object().json()).toList());
  }
}
