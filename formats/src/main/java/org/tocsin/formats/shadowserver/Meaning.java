package org.tocsin.formats.shadowserver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Table;

/**
 * What one column means.
 *
 * @param role what it holds
 * @param of what of: a {@link Party}, also of a URL, a file and its hash, a part of a name; empty
 *     for roles that need none
 * @param rank its place in the table; parts of a whole are put together in this order
 */
record Meaning(Role role, String of, int rank) {
  private static final Map<String, Meaning> COLUMNS = table();

  /** What that column means in every report; null where it means nothing here. */
  static @Nullable Meaning ofColumn(String column) {
    return COLUMNS.get(column);
  }

  /** Reads {@code role:of} or {@code role}; null for {@code -}, which means nothing. */
  static @Nullable Meaning parse(String text) {
    if (text.equals("-")) {
      return null;
    }
    int colon = text.indexOf(':');
    return colon < 0
        ? new Meaning(Role.of(text), "", COLUMNS.size())
        : new Meaning(Role.of(text.substring(0, colon)), text.substring(colon + 1), COLUMNS.size());
  }

  Party party() {
    return Party.of(of);
  }

  private static Map<String, Meaning> table() {
    Map<String, Meaning> columns = new HashMap<>();
    for (List<String> line : Table.beside(Meaning.class, "columns.tsv")) {
      columns.put(
          line.get(0),
          new Meaning(Role.of(line.get(1)), line.size() > 2 ? line.get(2) : "", columns.size()));
    }
    return Map.copyOf(columns);
  }
}
