package org.tocsin.formats.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.rows.Cells;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The row in hand under the names of its columns. Not thread-safe. */
final class RowFields implements Fields {
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private final Cells cells;
  private final @Nullable String trailer;

  /**
   * Rows with those columns.
   *
   * @param header names of the columns, in order
   * @param cells holds the row in hand
   * @param trailer what begins a remark at the end of a row, null where nothing does
   */
  RowFields(List<String> header, Cells cells, @Nullable String trailer) {
    this.cells = cells;
    this.trailer = trailer;
    Set<String> taken = new HashSet<>();
    for (String written : header) {
      String name = written.strip();
      String plain = name.isEmpty() ? "column-" + (names.size() + 1) : name;
      String unique = plain;
      for (int i = 2; !taken.add(unique); i++) {
        unique = plain + "-" + i;
      }
      columns.putIfAbsent(plain.toLowerCase(Locale.ROOT), names.size());
      columns.putIfAbsent(unique.toLowerCase(Locale.ROOT), names.size());
      names.add(unique);
    }
  }

  int size() {
    return names.size();
  }

  boolean has(String name) {
    return columns.containsKey(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public @Nullable String text(String name) {
    Integer column = columns.get(name);
    return column == null ? null : cell(column);
  }

  @Override
  public ObjectNode all() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    for (int column = 0; column < cells.count(); column++) {
      String text = cell(column);
      if (text != null) {
        all.put(column < names.size() ? names.get(column) : "column-" + (column + 1), text);
      }
    }
    return all;
  }

  private @Nullable String cell(int column) {
    if (cells.isEmpty(column)) {
      return null;
    }
    String text = cells.text(column);
    if (trailer != null) {
      text = withoutTrailer(text, trailer);
    }
    String plain = text.strip();
    return plain.isEmpty() ? null : plain;
  }

  /** A remark stands after a space, so that a number sign in a URL is none. */
  private static String withoutTrailer(String text, String trailer) {
    int at = text.indexOf(trailer);
    while (at > 0 && text.charAt(at - 1) > ' ') {
      at = text.indexOf(trailer, at + 1);
    }
    return at < 0 ? text : text.substring(0, at);
  }
}
