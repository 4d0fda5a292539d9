package org.tocsin.formats.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a mapping from YAML. Whatever is wrong with it is said with the file and the key. */
final class MappingReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,62}");

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "version",
          "title",
          "cut",
          "separator",
          "quotes",
          "comments",
          "trailer",
          "header",
          "list",
          "columns",
          "listed",
          "protocol",
          "rsit",
          "report-type",
          "confidence",
          "tlp",
          "recognise");
  private static final Set<String> COLUMN_KEYS =
      Set.of("name", "also", "role", "format", "kind", "strip", "prefix", "padded");
  private static final Set<String> CHOICE_KEYS =
      Set.of("column", "values", "containing", "otherwise");

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private MappingReader() {}

  /**
   * Reads a mapping.
   *
   * @param file name of the file, for messages
   * @throws FaultyMappingException where it cannot be used
   */
  static TableMapping read(String file, String yaml) {
    Entry mapping = parse(file, yaml);
    mapping.only(KEYS);
    List<Column> columns = columns(mapping.require("columns"));
    TableMapping.Cut cut = CutReader.cut(mapping, columns);
    Entry version = mapping.get("version");
    Entry listed = mapping.get("listed");
    Entry protocol = mapping.get("protocol");
    Entry confidence = mapping.get("confidence");
    Entry tlp = mapping.get("tlp");
    Choice<Rsit> rsit = choice(mapping.get("rsit"), MappingReader::rsit);
    Choice<String> reportType = choice(mapping.get("report-type"), Entry::text);
    CutReader.requireColumns(cut, columns, mapping, rsit.column(), reportType.column());
    return new TableMapping(
        name(mapping.require("name")),
        version == null ? 1 : version.number(1, Integer.MAX_VALUE),
        cut,
        columns,
        listed != null && listed.flag(),
        protocol == null ? null : lower(protocol),
        rsit,
        reportType,
        confidence == null ? null : confidence.number(0, 100),
        tlp == null ? null : tlp(tlp),
        look(mapping.get("recognise")));
  }

  private static Entry parse(String file, String yaml) {
    try {
      JsonNode root = YAML.readTree(yaml);
      return new Entry(file, "", root);
    } catch (JacksonException e) {
      String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
      throw new FaultyMappingException(file, line, "this is not YAML, or a key stands twice");
    }
  }

  private static String name(Entry entry) {
    String name = entry.text();
    if (!NAME.matcher(name).matches()) {
      throw entry.fault("a name has lower-case letters, digits, dots and hyphens, 2 to 63 of them");
    }
    return name;
  }

  private static String lower(Entry entry) {
    return entry.text().toLowerCase(Locale.ROOT);
  }

  private static List<String> lowers(@Nullable Entry entry) {
    return entry == null ? List.of() : entry.list().stream().map(MappingReader::lower).toList();
  }

  private static List<Column> columns(Entry entry) {
    List<Column> columns = new ArrayList<>();
    for (Entry one : entry.list()) {
      columns.add(one.isObject() ? column(one) : field(one));
    }
    boolean anything =
        columns.stream()
            .anyMatch(column ->
                column.role().isIndicator()
                    || column.role() == Role.REMOTE_HOST
                    || column.kinds().values().stream().anyMatch(Role::isIndicator));
    if (!anything) {
      throw entry.fault(
          "no column has a role to find a record by, such as value, ip, domain, url or sha256");
    }
    return columns;
  }

  private static Column field(Entry entry) {
    return new Column(
        lower(entry), List.of(), Role.FIELD, TimeSpelling.ANY, null, Map.of(), "", null, false);
  }

  private static Column column(Entry entry) {
    entry.only(COLUMN_KEYS);
    Entry role = entry.get("role");
    Entry format = entry.get("format");
    Entry kind = entry.get("kind");
    Entry strip = entry.get("strip");
    Entry prefix = entry.get("prefix");
    Entry padded = entry.get("padded");
    Map<String, Role> kinds = Map.of();
    if (kind != null) {
      kind.only(Set.of("column", "values"));
      kinds = lowerKeys(kind.require("values").map(MappingReader::role));
    }
    return new Column(
        lower(entry.require("name")),
        lowers(entry.get("also")),
        role == null ? Role.FIELD : role(role),
        format == null ? TimeSpelling.ANY : time(format),
        kind == null ? null : lower(kind.require("column")),
        kinds,
        strip == null ? "" : strip.text(),
        prefix == null ? null : lower(prefix),
        padded != null && padded.flag());
  }

  private static Role role(Entry entry) {
    return Role.ofKey(entry.text())
        .orElseThrow(() ->
            entry.fault(
                "this is no role; roles are "
                    + Arrays.stream(Role.values())
                        .map(Role::key)
                        .collect(Collectors.joining(", "))));
  }

  private static TimeSpelling time(Entry entry) {
    try {
      return TimeSpelling.pattern(entry.text());
    } catch (IllegalArgumentException e) {
      throw entry.fault("this is no pattern of a time, such as dd/MM/yyyy HH:mm");
    }
  }

  private static Rsit rsit(Entry entry) {
    return Rsit.ofType(entry.text())
        .orElseThrow(() ->
            entry.fault("this is no type of the RSIT taxonomy, such as c2-server or phishing"));
  }

  private static Tlp tlp(Entry entry) {
    return Tlp.parse(entry.text())
        .orElseThrow(() -> entry.fault("one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED"));
  }

  private static <T> Choice<T> choice(@Nullable Entry entry, Function<Entry, T> value) {
    if (entry == null) {
      return Choice.always(null);
    }
    if (!entry.isObject()) {
      return Choice.always(value.apply(entry));
    }
    entry.only(CHOICE_KEYS);
    Entry values = entry.get("values");
    Entry containing = entry.get("containing");
    Entry otherwise = entry.get("otherwise");
    return new Choice<>(
        lower(entry.require("column")),
        values == null ? Map.of() : lowerKeys(values.map(value)),
        containing == null ? Map.of() : lowerKeys(containing.map(value)),
        otherwise == null ? null : value.apply(otherwise));
  }

  private static <T> Map<String, T> lowerKeys(Map<String, T> map) {
    Map<String, T> lower = new LinkedHashMap<>();
    map.forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  private static TableMapping.Look look(@Nullable Entry entry) {
    if (entry == null) {
      return new TableMapping.Look(List.of(), List.of(), List.of(), 0);
    }
    entry.only(Set.of("names", "columns", "comments", "shape"));
    Entry shape = entry.get("shape");
    return new TableMapping.Look(
        lowers(entry.get("names")),
        lowers(entry.get("columns")),
        lowers(entry.get("comments")),
        shape == null ? 0 : shape.number(0, 60));
  }
}
