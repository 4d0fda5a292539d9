package org.tocsin.formats.table;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What one record holds, by name. */
interface Fields {
  /** What it holds under that name, null where there is nothing. */
  @Nullable String text(String name);

  /** What it holds in that column, under whichever name; null where there is nothing. */
  default @Nullable String text(Column column) {
    String text = text(column.name());
    for (int i = 0; text == null && i < column.also().size(); i++) {
      text = text(column.also().get(i));
    }
    return text;
  }

  /** Everything that holds something. */
  ObjectNode all();
}
