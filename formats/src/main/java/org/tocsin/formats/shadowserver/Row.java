package org.tocsin.formats.shadowserver;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.rows.Cells;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The row in hand: its cells as text, by their columns. Used again for the next one. */
final class Row {
  private final Layout layout;
  private final String[] cells;

  Row(Layout layout) {
    this.layout = layout;
    this.cells = new String[layout.size()];
  }

  /** Takes the cells of the next row. */
  void take(Cells source) {
    for (int column = 0; column < cells.length; column++) {
      cells[column] = source.text(column);
    }
  }

  /** Takes the values of the next row, one for each column. */
  void take(List<String> values) {
    for (int column = 0; column < cells.length; column++) {
      cells[column] = values.get(column);
    }
  }

  Layout layout() {
    return layout;
  }

  /** What is in that column, without blanks around it; empty where nothing is. */
  String text(int column) {
    return cells[column].strip();
  }

  /** What is in the first column of that role that holds something; null where none does. */
  @Nullable String first(Role role) {
    return first(layout.columns(role));
  }

  /** What is in the first of those columns that holds something; null where none does. */
  @Nullable String first(int[] columns) {
    for (int column : columns) {
      String text = text(column);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  /** Every cell that holds something, by its column's name. */
  ObjectNode fields() {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (int column = 0; column < cells.length; column++) {
      if (!cells[column].isEmpty()) {
        fields.put(layout.field(column), cells[column]);
      }
    }
    return fields;
  }
}
