package org.tocsin.formats.xarf;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Table;
import org.tocsin.model.rsit.Rsit;

/**
 * A type of version 3 reports.
 *
 * @param reportClass the class it belongs to, in lower case
 * @param rsit what kind of incident it tells of
 * @param offered whether the source offers something, so that traffic goes to it
 * @param needs what it must have; of several between bars one is enough
 */
record ReportType(String reportClass, Rsit rsit, boolean offered, List<String> needs) {
  private static final Map<String, ReportType> TYPES = table();

  ReportType {
    needs = List.copyOf(needs);
  }

  /** The type of that name in that class; null where there is none. */
  static @Nullable ReportType of(String type, String reportClass) {
    String name = type.toLowerCase(Locale.ROOT);
    String owner = reportClass.toLowerCase(Locale.ROOT);
    ReportType narrow = TYPES.get(name + "/" + owner);
    return narrow == null ? TYPES.get(name) : narrow;
  }

  private static Map<String, ReportType> table() {
    Map<String, ReportType> types = new HashMap<>();
    for (List<String> line : Table.beside(ReportType.class, "types-3.tsv")) {
      types.put(
          line.get(0),
          new ReportType(
              line.get(1),
              Rsit.ofType(line.get(2)).orElseThrow(),
              line.get(3).equals("+"),
              List.of(line.get(4).split(" "))));
    }
    return Map.copyOf(types);
  }
}
