package org.tocsin.formats.shadowserver;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where in a row of one submission to find what. Made once for each raw record. */
final class Layout {
  private static final int[] NOWHERE = {};

  /**
   * Columns of one party.
   *
   * @param addresses columns with its address, and so on; the first that holds something counts
   */
  record PartyColumns(
      Party party, int[] addresses, int[] networks, int[] ports, int[] asns, int[] domains) {}

  /** A column that is one part of something, such as {@code CN} of a name. */
  record Part(int column, String of) {}

  private final List<String> names;
  private final List<String> fields;
  private final Map<Role, int[]> byRole = new EnumMap<>(Role.class);
  private final Map<Role, List<Part>> parts = new EnumMap<>(Role.class);
  private final List<PartyColumns> parties;

  /**
   * The layout of rows under those column names.
   *
   * @param header the names as they are written
   * @param family the reports they are, null where that is not known
   */
  Layout(List<String> header, @Nullable ReportFamily family) {
    names = header.stream().map(Layout::plain).toList();
    fields = uniqueNames(header);
    Map<Role, List<Integer>> columns = new EnumMap<>(Role.class);
    Map<Party, Map<Role, List<Integer>>> ofParty = new EnumMap<>(Party.class);
    for (int column = 0; column < names.size(); column++) {
      Meaning meaning =
          family == null ? Meaning.ofColumn(names.get(column)) : family.meaning(names.get(column));
      if (meaning == null) {
        continue;
      }
      columns.computeIfAbsent(meaning.role(), role -> new ArrayList<>()).add(column);
      switch (meaning.role()) {
        case ADDRESS, NETWORK, PORT, ASN, DOMAIN, COUNTRY ->
            ofParty
                .computeIfAbsent(meaning.party(), party -> new EnumMap<>(Role.class))
                .computeIfAbsent(meaning.role(), role -> new ArrayList<>())
                .add(column);
        default ->
            parts
                .computeIfAbsent(meaning.role(), role -> new ArrayList<>())
                .add(new Part(column, meaning.of()));
      }
    }
    columns.forEach((role, list) -> byRole.put(role, array(list)));
    parties = ofParty.entrySet().stream().map(e -> partyColumns(e.getKey(), e.getValue())).toList();
  }

  /** How many columns there are. */
  int size() {
    return fields.size();
  }

  /** The names in lower case, for telling the type. */
  Set<String> names() {
    return new LinkedHashSet<>(names);
  }

  /** The name of a column as it is kept: as written, made unique where it occurs twice. */
  String field(int column) {
    return fields.get(column);
  }

  /** The columns with that role, in order. */
  int[] columns(Role role) {
    return byRole.getOrDefault(role, NOWHERE);
  }

  /** The columns with that role, with what they are of. */
  List<Part> parts(Role role) {
    return parts.getOrDefault(role, List.of());
  }

  /** The parties that have any column. */
  List<PartyColumns> parties() {
    return parties;
  }

  private static PartyColumns partyColumns(Party party, Map<Role, List<Integer>> columns) {
    return new PartyColumns(
        party,
        array(columns.get(Role.ADDRESS)),
        array(columns.get(Role.NETWORK)),
        array(columns.get(Role.PORT)),
        array(columns.get(Role.ASN)),
        array(columns.get(Role.DOMAIN)));
  }

  private static int[] array(@Nullable List<Integer> columns) {
    return columns == null ? NOWHERE : columns.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static List<String> uniqueNames(List<String> header) {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> unique = new LinkedHashSet<>();
    for (int column = 0; column < header.size(); column++) {
      String name = header.get(column).strip();
      String base = name.isEmpty() ? "column_" + (column + 1) : name;
      String candidate = base;
      while (!unique.add(candidate)) {
        candidate = base + "_" + seen.merge(base, 2, (count, two) -> count + 1);
      }
    }
    return List.copyOf(unique);
  }
}
