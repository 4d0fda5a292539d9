package org.tocsin.web.raw;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts the values of a row beside the names of its columns, for people to read. */
public final class Columns {
  private Columns() {}

  /**
   * One column of a row.
   *
   * @param name the column's name; empty where the row has more values than names
   * @param value what the row has there; empty where it has fewer values than names
   */
  public record Column(String name, String value) {}

  /** The columns of an excerpt; none where it is no row under a header, or cannot be read. */
  public static List<Column> of(Excerpt excerpt) {
    if (excerpt.preamble().length == 0 || !excerpt.own()) {
      return List.of();
    }
    String text = new String(excerpt.text(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      List<CsvRecord> both = rows.stream().limit(2).toList();
      return both.size() < 2
          ? List.of()
          : columns(both.getFirst().getFields(), both.getLast().getFields());
    } catch (CsvParseException | IOException e) {
      return List.of();
    }
  }

  private static List<Column> columns(List<String> names, List<String> values) {
    List<Column> columns = new ArrayList<>();
    for (int at = 0; at < Math.max(names.size(), values.size()); at++) {
      columns.add(
          new Column(
              at < names.size() ? names.get(at) : "", at < values.size() ? values.get(at) : ""));
    }
    return columns;
  }
}
