package org.tocsin.formats.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables that come with formats: cells between tabs, comments after {@code #}. */
public final class Table {
  private Table() {}

  /** The lines of the table of that name beside that class that hold something, as cells. */
  public static List<List<String>> beside(Class<?> owner, String name) {
    try (InputStream resource = Objects.requireNonNull(owner.getResourceAsStream(name), name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** The words of a cell; {@code -} stands for none. */
  public static List<String> words(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split(" "));
  }
}
