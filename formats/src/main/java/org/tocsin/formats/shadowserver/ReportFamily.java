package org.tocsin.formats.shadowserver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Table;
import org.tocsin.model.rsit.Rsit;

/**
 * Report types that differ only in the version of IP they are about.
 *
 * @param name the type's name, and where there are two that of the one for IPv4
 * @param ipv6Name the name of the one for IPv6, null where there is none
 * @param rsit what kind of incident it tells of, null where that is not known
 * @param transport the transport protocol it is about, null where the records differ
 * @param application the application protocol it is about, null where the records differ
 * @param names other names it goes by
 * @param exceptions columns that mean something else here than elsewhere; an empty meaning is none
 * @param columns the columns it has in Shadowserver's present schema
 */
record ReportFamily(
    String name,
    @Nullable String ipv6Name,
    @Nullable Rsit rsit,
    @Nullable String transport,
    @Nullable String application,
    List<String> names,
    Map<String, Optional<Meaning>> exceptions,
    Set<String> columns) {

  ReportFamily {
    names = List.copyOf(names);
    exceptions = Map.copyOf(exceptions);
    columns = Set.copyOf(columns);
  }

  /** Reads a line of {@code types.tsv}; {@code groups} are the groups of columns it may name. */
  static ReportFamily parse(List<String> line, Map<String, List<String>> groups) {
    List<String> service = Table.words(line.get(3));
    String[] protocols = service.isEmpty() ? new String[] {"-", "-"} : service.get(0).split("/");
    return new ReportFamily(
        line.get(0),
        orNull(line.get(1)),
        Rsit.ofType(line.get(2)).orElseThrow(),
        orNull(protocols[0]),
        orNull(protocols[1]),
        Table.words(line.get(4)),
        exceptions(Table.words(line.get(5))),
        columns(Table.words(line.get(6)), groups));
  }

  /** The type for that version of IP. */
  ReportType type(boolean ipv6) {
    return new ReportType(ipv6 && ipv6Name != null ? ipv6Name : name, this);
  }

  /** What a column means in these reports; null where it means nothing. */
  @Nullable Meaning meaning(String column) {
    Optional<Meaning> exception = exceptions.get(column);
    return exception == null ? Meaning.ofColumn(column) : exception.orElse(null);
  }

  private static @Nullable String orNull(String cell) {
    return cell.equals("-") ? null : cell;
  }

  private static Map<String, Optional<Meaning>> exceptions(List<String> words) {
    Map<String, Optional<Meaning>> exceptions = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      exceptions.put(
          word.substring(0, equals),
          Optional.ofNullable(Meaning.parse(word.substring(equals + 1))));
    }
    return exceptions;
  }

  private static Set<String> columns(List<String> words, Map<String, List<String>> groups) {
    Set<String> columns = new HashSet<>();
    for (String word : words) {
      columns.addAll(word.startsWith("@") ? groups.getOrDefault(word, List.of()) : List.of(word));
    }
    return columns;
  }
}
