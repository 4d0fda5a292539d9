package org.tocsin.formats.shadowserver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where in a row of one submission to find what. Made once for each raw record. */
final class Layout {
  private static final int[] NOWHERE = {};

  /** The columns of one party with its addresses, networks and so on. */
  record PartyColumns(
      Party party, int[] addresses, int[] networks, int[] ports, int[] asns, int[] domains) {}

  /** A column that is one part of something, such as {@code CN} of a name. */
  record Part(int column, String of) {}

  /** A column that means something. */
  private record Found(int column, Meaning meaning) {
    Role role() {
      return meaning.role();
    }
  }

  private final List<String> names;
  private final List<String> fields;
  private final Map<Role, int[]> columns = new EnumMap<>(Role.class);
  private final Map<Role, List<Part>> parts = new EnumMap<>(Role.class);
  private final List<PartyColumns> parties = new ArrayList<>();
  private final @Nullable Party subject;
  private final Set<Integer> subjects;
  private final boolean peer;

  /**
   * The layout of rows under those column names.
   *
   * @param header the names as they are written
   * @param family the reports they are, null where that is not known
   */
  Layout(List<String> header, @Nullable ReportFamily family) {
    names = header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    fields = uniqueNames(header);
    List<Found> found = find(family);
    for (Role role : Role.values()) {
      columns.put(role, columns(found, role));
      parts.put(role, parts(found, role));
    }
    for (Party party : Party.values()) {
      addParty(found, party);
    }
    List<Party> named = parties.stream().map(PartyColumns::party).toList();
    subject = named.stream().filter(Party::mayBeSubject).findFirst().orElse(null);
    peer = named.contains(Party.TARGET) || named.contains(Party.C2);
    subjects = ofSubject(found, subject == null ? Party.SUBJECT : subject);
  }

  private static Set<Integer> ofSubject(List<Found> found, Party subject) {
    return found.stream()
        .filter(one -> one.role() == Role.COUNTRY || one.role() == Role.URL)
        .filter(one -> one.meaning().of().equalsIgnoreCase(subject.name()))
        .map(Found::column)
        .collect(Collectors.toUnmodifiableSet());
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
    return columns.getOrDefault(role, NOWHERE);
  }

  /** The columns with that role and what they are of, in the order of {@code columns.tsv}. */
  List<Part> parts(Role role) {
    return parts.getOrDefault(role, List.of());
  }

  /**
   * Whom the report is about; null where it names nobody's address, name or country. That is told
   * by the columns, not by what a row holds: where a row does not say the subject's autonomous
   * system, that of whoever saw it is not the subject's.
   */
  @Nullable Party subject() {
    return subject;
  }

  /** Whether a country or URL there is one of whom the report is about. */
  boolean isSubjects(int column) {
    return subjects.contains(column);
  }

  /** Whether the report tells whom the subject talked to, so that what was asked for is theirs. */
  boolean hasPeer() {
    return peer;
  }

  /** The parties that have any column. */
  List<PartyColumns> parties() {
    return parties;
  }

  private List<Found> find(@Nullable ReportFamily family) {
    List<Found> found = new ArrayList<>();
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      Meaning meaning = family == null ? Meaning.ofColumn(name) : family.meaning(name);
      if (meaning != null) {
        found.add(new Found(column, meaning));
      }
    }
    return found;
  }

  private void addParty(List<Found> found, Party party) {
    List<Found> own =
        found.stream()
            .filter(one -> one.role().isOfParty() && one.meaning().party() == party)
            .toList();
    if (!own.isEmpty()) {
      parties.add(
          new PartyColumns(
              party,
              columns(own, Role.ADDRESS),
              columns(own, Role.NETWORK),
              columns(own, Role.PORT),
              columns(own, Role.ASN),
              columns(own, Role.DOMAIN)));
    }
  }

  private static int[] columns(List<Found> found, Role role) {
    return found.stream().filter(one -> one.role() == role).mapToInt(Found::column).toArray();
  }

  private static List<Part> parts(List<Found> found, Role role) {
    return found.stream()
        .filter(one -> one.role() == role)
        .sorted(Comparator.comparingInt(one -> one.meaning().rank()))
        .map(one -> new Part(one.column(), one.meaning().of()))
        .toList();
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
