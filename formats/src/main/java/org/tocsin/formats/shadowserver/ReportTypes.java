package org.tocsin.formats.shadowserver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Table;

/** All report types there are, and how one is found by the name of a submission or its columns. */
final class ReportTypes {
  /** Columns that come and go in all reports about hosts, and so tell nothing about the type. */
  private static final Set<String> GENERAL = Set.of("sic", "response_size", "amplification");

  private static final ReportTypes ALL = load();

  private final List<ReportFamily> families;
  private final ReportNames names;
  private final Set<String> general;

  private ReportTypes(List<ReportFamily> families, Set<String> general) {
    this.families = families;
    this.names = new ReportNames(families);
    this.general = general;
  }

  /** Those of {@code types.tsv}. */
  static ReportTypes all() {
    return ALL;
  }

  List<ReportFamily> families() {
    return families;
  }

  /**
   * The name decides; where it does not, the columns do if exactly one family has the same, or if
   * exactly one fits: it knows all that are peculiar to the submission, and at least half of its
   * own peculiar ones are there.
   *
   * @param name the original file name, null when none was given
   * @param columns the columns in lower case
   */
  TypeDecision decide(@Nullable String name, Set<String> columns) {
    Optional<ReportType> named = name == null ? Optional.empty() : names.find(name, columns);
    if (named.isPresent()) {
      return new TypeDecision.Named(named.get());
    }
    List<ReportFamily> same =
        families.stream().filter(family -> family.columns().equals(columns)).toList();
    List<ReportFamily> candidates = same.isEmpty() ? fitting(columns) : same;
    return switch (candidates.size()) {
      case 0 -> new TypeDecision.Unknown();
      case 1 -> new TypeDecision.Fitting(candidates.get(0));
      default -> new TypeDecision.Ambiguous(candidates.stream().flatMap(this::typeNames).toList());
    };
  }

  private Stream<String> typeNames(ReportFamily family) {
    return family.ipv6Name() == null
        ? Stream.of(family.name())
        : Stream.of(family.name(), family.ipv6Name());
  }

  private List<ReportFamily> fitting(Set<String> columns) {
    Set<String> peculiar = peculiar(columns);
    boolean aboutHosts = columns.contains("timestamp") && columns.contains("ip");
    return families.stream()
        .filter(family -> sameShape(family.columns(), columns))
        .filter(family -> {
          Set<String> own = peculiar(family.columns());
          if (own.isEmpty()) {
            return peculiar.isEmpty() && aboutHosts;
          }
          own.retainAll(columns);
          return !peculiar.isEmpty()
              && family.columns().containsAll(peculiar)
              && own.size() * 2 >= peculiar(family.columns()).size();
        })
        .toList();
  }

  /** Reports about one host name it {@code ip}, those about traffic {@code src_ip}. */
  private static boolean sameShape(Set<String> one, Set<String> other) {
    return one.contains("ip") == other.contains("ip")
        && one.contains("src_ip") == other.contains("src_ip");
  }

  private Set<String> peculiar(Set<String> columns) {
    Set<String> peculiar = new HashSet<>(columns);
    peculiar.removeAll(general);
    return peculiar;
  }

  private static ReportTypes load() {
    Map<String, List<String>> groups = new HashMap<>();
    List<ReportFamily> families = new ArrayList<>();
    for (List<String> line : Table.beside(ReportTypes.class, "types.tsv")) {
      if (line.get(0).startsWith("@")) {
        groups.put(line.get(0), Table.words(line.get(1)));
      } else {
        families.add(ReportFamily.parse(line, groups));
      }
    }
    Set<String> general = new HashSet<>(GENERAL);
    general.addAll(groups.getOrDefault("@scan", List.of()));
    return new ReportTypes(List.copyOf(families), Set.copyOf(general));
  }
}
