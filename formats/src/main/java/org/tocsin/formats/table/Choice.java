package org.tocsin.formats.table;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says of every record, or of a record by what one of its columns says.
 *
 * @param column the column that decides, null where none does
 * @param values what the column says, in lower case, and what follows from it
 * @param containing what the column may hold among other things, in lower case; the first that is
 *     found decides
 * @param otherwise what holds where nothing decides, null where nothing does then
 */
record Choice<T>(
    @Nullable String column,
    Map<String, T> values,
    Map<String, T> containing,
    @Nullable T otherwise) {
  Choice {
    values = Map.copyOf(values);
    containing = new LinkedHashMap<>(containing);
  }

  /** The same for every record; null where nothing is said. */
  static <T> Choice<T> always(@Nullable T value) {
    return new Choice<>(null, Map.of(), Map.of(), value);
  }

  @Nullable T of(Fields fields) {
    String text = column == null ? null : fields.text(column);
    if (text == null) {
      return otherwise;
    }
    String lower = text.strip().toLowerCase(Locale.ROOT);
    T exact = values.get(lower);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, T> part : containing.entrySet()) {
      if (lower.contains(part.getKey())) {
        return part.getValue();
      }
    }
    return otherwise;
  }
}
