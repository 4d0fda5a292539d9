package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.tocsin.model.pattern.Clue;
import org.tocsin.store.document.DomainText;
import org.tocsin.store.document.IpText;

/** Clues as a condition on observations. */
final class ClueConditions {
  private ClueConditions() {}

  /**
   * One of them is there.
   *
   * @param whole whether what is personal is looked into too
   */
  static Query anyOf(Collection<Clue> clues, boolean whole) {
    Map<Clue.Kind, TreeSet<String>> values = new EnumMap<>(Clue.Kind.class);
    for (Clue clue : clues) {
      values.computeIfAbsent(clue.kind(), kind -> new TreeSet<>()).add(clue.value());
    }
    List<Query> ways = new ArrayList<>();
    values.forEach((kind, some) -> ways.addAll(ways(kind, some, whole)));
    return ways.isEmpty() ? Query.of(none -> none.matchNone(all -> all)) : Filters.anyOf(ways);
  }

  private static List<Query> ways(Clue.Kind kind, Collection<String> values, boolean whole) {
    return switch (kind) {
      case IP ->
          List.of(
              Filters.isOneOf(
                  "ip",
                  values.stream().flatMap(ip -> IpText.addressOrBlock(ip).stream()).toList()));
      case ASN ->
          List.of(Filters.isOneOfNumbers("asn", values.stream().map(Long::valueOf).toList()));
      case DOMAIN ->
          List.of(Filters.isOneOf("domain", values.stream().map(DomainText::plain).toList()));
      case URL -> List.of(Filters.isOneOf("url", values));
      case HASH -> both("hash", lower(values), whole);
      case EMAIL -> whole ? List.of(Filters.isOneOf("private.email", lower(values))) : List.of();
    };
  }

  private static List<Query> both(String field, List<String> values, boolean whole) {
    Query open = Filters.isOneOf(field, values);
    return whole ? List.of(open, Filters.isOneOf("private." + field, values)) : List.of(open);
  }

  private static List<String> lower(Collection<String> values) {
    return values.stream().map(value -> value.strip().toLowerCase(Locale.ROOT)).toList();
  }
}
