package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.web.warning.Difference;
import org.tocsin.web.warning.SeenWarning;

/**
 * One version of a warning.
 *
 * @param version its number, or {@code working}
 * @param hash of its content
 * @param from the version it is compared with, null where it is compared with none
 * @param difference field by field, null where it is compared with none
 */
@JsonInclude(Include.NON_NULL)
record WarningVersionBody(
    String version,
    String hash,
    WarningContentBody content,
    @Nullable String from,
    @Nullable List<Change> difference) {
  /** A field that is not the same; empty texts where it held, or holds, nothing. */
  record Change(String field, String before, String after) {
    static Change of(Difference.Change change) {
      return new Change(change.field(), change.before(), change.after());
    }
  }

  static WarningVersionBody of(SeenWarning seen, String version, WarningContent content) {
    return new WarningVersionBody(
        version, content.hash(), WarningContentBody.of(content, seen.reader()), null, null);
  }

  /** The same beside another one, as far as the reader sees the two. */
  WarningVersionBody since(String other, List<Difference.Change> changes, boolean whole) {
    return new WarningVersionBody(
        version,
        hash,
        content,
        other,
        changes.stream()
            .filter(change -> whole || !change.field().startsWith("audience."))
            .map(Change::of)
            .toList());
  }
}
