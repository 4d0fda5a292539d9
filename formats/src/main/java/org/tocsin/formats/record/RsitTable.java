package org.tocsin.formats.record;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;

/**
 * What the words of a format's own classification mean in the Reference Security Incident Taxonomy:
 * lines of word, tab, RSIT type; {@code #} begins a comment. Case does not matter.
 */
public final class RsitTable {
  private final Map<String, Rsit> types = new HashMap<>();

  private RsitTable() {}

  /** The table of that name beside that class. */
  public static RsitTable beside(Class<?> owner, String name) {
    RsitTable table = new RsitTable();
    Table.beside(owner, name).forEach(table::add);
    return table;
  }

  /** The type the word stands for; empty where the table does not know it. */
  public Optional<Rsit> find(@Nullable String word) {
    return word == null
        ? Optional.empty()
        : Optional.ofNullable(types.get(word.strip().toLowerCase(Locale.ROOT)));
  }

  private void add(List<String> line) {
    types.put(line.get(0).toLowerCase(Locale.ROOT), Rsit.ofType(line.get(1).strip()).orElseThrow());
  }
}
