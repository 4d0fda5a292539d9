package org.tocsin.formats.shadowserver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the report type in the name of a file. Shadowserver's own are {@code
 * 2026-11-20-scan_http-germany-geo.csv}: a date, the type, and what the report was filtered by;
 * date and filter may be missing, and others write hyphens for underscores or use older names. The
 * longest name that fits wins, one at the beginning before one further on.
 */
final class ReportNames {
  private static final Pattern DATE = Pattern.compile("^_[0-9]{4}_[0-9]{2}_[0-9]{2}(?=_)");
  private static final Pattern SENDER = Pattern.compile("^_shadowserver(?=_)");
  private static final Pattern PREFIX = Pattern.compile("^(scan|event4)_");
  private static final int ENOUGH_TO_BE_A_REPORT = 5;

  private static final Set<String> COMMON =
      Set.of(
          "timestamp",
          "ip",
          "src_ip",
          "dst_ip",
          "asn",
          "src_asn",
          "geo",
          "src_geo",
          "region",
          "src_region",
          "city",
          "src_city",
          "hostname",
          "src_hostname");

  /** A name with underscores around, and whose it is. */
  private record Name(String text, ReportType type) {}

  private final List<Name> names = new ArrayList<>();

  /** Names without what Shadowserver begins the type's name with. */
  private final List<Name> shortNames = new ArrayList<>();

  ReportNames(List<ReportFamily> families) {
    families.forEach(this::add);
    names.sort(longestFirst());
    shortNames.sort(longestFirst());
  }

  /**
   * The type a file of that name holds; empty where the name says nothing.
   *
   * @param columns the file's columns: a short name such as {@code ssh} counts only where they look
   *     like a report's, or the name says that it is one
   */
  Optional<ReportType> find(String fileName, Set<String> columns) {
    String text = plain(fileName);
    String dated = DATE.matcher(text).replaceFirst("");
    String rest = SENDER.matcher(dated).replaceFirst("");
    Optional<Name> first = names.stream().filter(name -> rest.startsWith(name.text)).findFirst();
    Optional<Name> brief =
        !rest.equals(dated) || looksLikeReport(columns)
            ? shortNames.stream().filter(name -> rest.startsWith(name.text)).findFirst()
            : Optional.empty();
    return longer(first, brief)
        .or(() -> names.stream().filter(name -> text.contains(name.text)).findFirst())
        .map(Name::type);
  }

  private void add(ReportFamily family) {
    ReportType type = family.type(false);
    names.add(new Name(around(family.name()), type));
    family.names().forEach(name -> names.add(new Name(around(name), type)));
    shortNames.add(new Name(around(PREFIX.matcher(family.name()).replaceFirst("")), type));
    if (family.ipv6Name() != null) {
      ReportType twin = family.type(true);
      names.add(new Name(around(family.ipv6Name()), twin));
      for (String name : family.names()) {
        names.add(new Name(around("ipv6_" + name), twin));
        names.add(new Name(around(name + "_ipv6"), twin));
      }
    }
  }

  /** Whether the columns are those that all reports about hosts have. */
  static boolean looksLikeReport(Set<String> columns) {
    return columns.contains("timestamp")
        && COMMON.stream().filter(columns::contains).count() >= ENOUGH_TO_BE_A_REPORT;
  }

  private static Optional<Name> longer(Optional<Name> one, Optional<Name> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().text.length() >= other.get().text.length() ? one : other;
  }

  /**
   * Without folders, in lower case, with one underscore for everything that is no letter or digit.
   */
  private static String plain(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    return around(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  private static String around(String name) {
    return "_" + name + "_";
  }

  private static Comparator<Name> longestFirst() {
    return Comparator.comparingInt((Name name) -> name.text.length()).reversed();
  }
}
