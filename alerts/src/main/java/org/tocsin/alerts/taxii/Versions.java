package org.tocsin.alerts.taxii;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one object (TAXII 2.1 section 5.8.1).
 *
 * @param more whether there is more
 * @param next where to go on, null where there is no more
 */
record Versions(
    boolean more,
    @JsonInclude(Include.NON_NULL) @Nullable String next,
    @JsonInclude(Include.NON_EMPTY) List<String> versions) {

  static Versions of(Slice slice) {
    return new Versions(
        slice.more(), slice.next(), slice.items().stream().map(Slice.Item::version).toList());
  }
}
