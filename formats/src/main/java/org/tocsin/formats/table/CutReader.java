package org.tocsin.formats.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.rows.RowStyle;

/** Reads how a submission falls into records. */
final class CutReader {
  private static final List<String> OF_ROWS = List.of("separator", "quotes", "trailer", "header");

  private CutReader() {}

  static TableMapping.Cut cut(Entry mapping, List<Column> columns) {
    Entry cut = mapping.require("cut");
    String word = cut.text();
    return switch (word) {
      case "rows", "lines" -> {
        refuse(mapping, List.of("list"), word);
        yield rows(
            mapping,
            columns,
            word.equals("rows") ? RowStyle.Separator.COMMA : RowStyle.Separator.NONE);
      }
      case "json" -> {
        refuse(mapping, OF_ROWS, word);
        refuse(mapping, List.of("comments"), word);
        Entry list = mapping.get("list");
        yield new TableMapping.Cut.Json(list == null ? "data" : list.text());
      }
      case "json-lines" -> {
        refuse(mapping, OF_ROWS, word);
        refuse(mapping, List.of("list"), word);
        yield new TableMapping.Cut.JsonLines(
            new RowStyle(
                RowStyle.Separator.NONE,
                RowStyle.Quotes.NONE,
                comments(mapping, List.of()),
                new RowStyle.Header.None()));
      }
      default -> throw cut.fault("one of rows, lines, json, json-lines");
    };
  }

  /** A column that decides something must be there; a header line may name more than we know. */
  static void requireColumns(
      TableMapping.Cut cut, List<Column> columns, Entry mapping, @Nullable String... deciding) {
    if (!(cut instanceof TableMapping.Cut.Rows rows)
        || !(rows.style().header() instanceof RowStyle.Header.None)) {
      return;
    }
    Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
    Set<@Nullable String> asked = new HashSet<>(Arrays.asList(deciding));
    for (Column column : columns) {
      asked.add(column.kindColumn());
      asked.add(column.prefix());
    }
    for (String name : asked) {
      if (name != null && !names.contains(name)) {
        throw mapping
            .require("columns")
            .fault("there is no column " + name + ", by which something is decided");
      }
    }
  }

  private static void refuse(Entry mapping, List<String> keys, String word) {
    for (String key : keys) {
      Entry there = mapping.get(key);
      if (there != null) {
        throw there.fault("this means nothing where cut is " + word);
      }
    }
  }

  private static TableMapping.Cut rows(
      Entry mapping, List<Column> columns, RowStyle.Separator usual) {
    Entry separator = mapping.get("separator");
    Entry quotes = mapping.get("quotes");
    Entry trailer = mapping.get("trailer");
    RowStyle.Separator between = separator == null ? usual : separator(separator);
    return new TableMapping.Cut.Rows(
        new RowStyle(
            between,
            quotes == null ? usualQuotes(between) : quotes(quotes),
            comments(mapping, List.of("#")),
            header(mapping.get("header"), columns)),
        trailer == null ? null : trailer.text());
  }

  private static List<String> comments(Entry mapping, List<String> usual) {
    Entry comments = mapping.get("comments");
    return comments == null ? usual : comments.list().stream().map(Entry::text).toList();
  }

  private static RowStyle.Quotes usualQuotes(RowStyle.Separator between) {
    return between == RowStyle.Separator.COMMA || between == RowStyle.Separator.SEMICOLON
        ? RowStyle.Quotes.TIGHT
        : RowStyle.Quotes.NONE;
  }

  private static RowStyle.Quotes quotes(Entry entry) {
    return switch (entry.text()) {
      case "none" -> RowStyle.Quotes.NONE;
      case "tight" -> RowStyle.Quotes.TIGHT;
      case "spaced" -> RowStyle.Quotes.SPACED;
      default -> throw entry.fault("one of none, tight, spaced");
    };
  }

  private static RowStyle.Separator separator(Entry entry) {
    String word = entry.text();
    return Arrays.stream(RowStyle.Separator.values())
        .filter(separator -> key(separator).equals(word))
        .findFirst()
        .orElseThrow(() ->
            entry.fault(
                "one of "
                    + Arrays.stream(RowStyle.Separator.values())
                        .map(CutReader::key)
                        .collect(Collectors.joining(", "))));
  }

  private static String key(RowStyle.Separator separator) {
    return separator.name().toLowerCase(Locale.ROOT);
  }

  private static RowStyle.Header header(@Nullable Entry entry, List<Column> columns) {
    if (entry == null) {
      return new RowStyle.Header.None();
    }
    if (entry.isObject()) {
      entry.only(Set.of("marked"));
      return new RowStyle.Header.Marked(entry.require("marked").text());
    }
    return switch (entry.text()) {
      case "none" -> new RowStyle.Header.None();
      case "first" -> new RowStyle.Header.First();
      case "known" -> {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> {
          names.add(column.name());
          names.addAll(column.also());
        });
        yield new RowStyle.Header.Known(names);
      }
      default -> throw entry.fault("none, first, known, or marked with what it begins with");
    };
  }
}
