package org.tocsin.formats.shadowserver;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A report of a type that {@code types.tsv} does not know yet: its columns mean what they mean
 * elsewhere, and what kind of incident it tells of is not said.
 */
final class UnknownType {
  private static final String NAMELESS = "unknown";

  /** Date, type, and what the report was filtered by after a hyphen. */
  private static final Pattern FILE =
      Pattern.compile("(?:[0-9]{4}-[0-9]{2}-[0-9]{2}-)?([a-z][a-z0-9_]{2,63})(?:[-.].*)?");

  /** How Shadowserver begins the names of types. */
  private static final Pattern SERIES =
      Pattern.compile("(scan6?|event[46]?|population6?|compromised|sandbox|device)_[a-z0-9_]+");

  private static final Set<Role> INDICATORS =
      Set.of(Role.ADDRESS, Role.NETWORK, Role.URL, Role.EMAIL, Role.FILE, Role.DOMAIN);

  private UnknownType() {}

  /** Whether a table looks like a report all the same: by its beginning, or by what all have. */
  static boolean isReport(Layout plain) {
    List<String> names = List.copyOf(plain.names());
    boolean usual =
        names.size() > 1
            && names.get(0).equals("timestamp")
            && Recognition.SECOND_COLUMNS.contains(names.get(1));
    return (usual || ReportNames.looksLikeReport(plain.names()))
        && plain.columns(Role.TIME).length > 0
        && INDICATORS.stream().anyMatch(role -> plain.columns(role).length > 0);
  }

  /** The type the name of a file gives, {@code unknown} where it gives none. */
  static ReportType of(@Nullable String fileName) {
    String name = name(fileName);
    return type(name == null ? NAMELESS : name);
  }

  /** The type where the name of the file is that of a report for certain; else null. */
  static @Nullable ReportType inName(@Nullable String fileName) {
    String name = name(fileName);
    return name != null && SERIES.matcher(name).matches() ? type(name) : null;
  }

  private static @Nullable String name(@Nullable String fileName) {
    if (fileName == null) {
      return null;
    }
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    Matcher file = FILE.matcher(last.toLowerCase(Locale.ROOT));
    return file.matches() ? file.group(1) : null;
  }

  private static ReportType type(String name) {
    return new ReportType(
        name, new ReportFamily(name, null, null, null, null, List.of(), Map.of(), Set.of()));
  }
}
