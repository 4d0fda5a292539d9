package org.tocsin.formats.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    try (InputStream resource = Objects.requireNonNull(owner.getResourceAsStream(name), name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(table::add);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
    return table;
  }

  /** The type the word stands for; empty where the table does not know it. */
  public Optional<Rsit> find(@Nullable String word) {
    return word == null
        ? Optional.empty()
        : Optional.ofNullable(types.get(word.strip().toLowerCase(Locale.ROOT)));
  }

  private void add(String line) {
    int tab = line.indexOf('\t');
    types.put(
        line.substring(0, tab).toLowerCase(Locale.ROOT),
        Rsit.ofType(line.substring(tab + 1).strip()).orElseThrow());
  }
}
