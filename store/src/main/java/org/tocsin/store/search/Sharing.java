package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.model.directory.Cidr;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.sharing.Grant;
import org.tocsin.model.sharing.Grant.Addressed;
import org.tocsin.model.sharing.Grant.Anybody;
import org.tocsin.model.sharing.Grant.InPerson;
import org.tocsin.model.sharing.Grant.Serves;
import org.tocsin.model.sharing.Grant.Submitter;
import org.tocsin.model.sharing.Grant.Team;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.tlp.Tlp;

/**
 * A {@link SharingFilter} as conditions of a query; admits what its decision admits. The fields it
 * asks are those of {@link Marked}: {@code tlp}, {@code submitter}, {@code organisations}, {@code
 * groups}, {@code persons}, {@code ip}, {@code asn}, {@code domain} (each name with all above it),
 * {@code country} and {@code personal} (missing for false). A view may lack those it never fills.
 */
public final class Sharing {
  private Sharing() {}

  /** Whether the filter admits nothing, whatever there is. */
  public static boolean admitsNothing(SharingFilter filter) {
    return filter.grants().isEmpty();
  }

  /** Conditions on documents that carry what the policy looks at. */
  public static List<Query> ofKnowledge(SharingFilter filter) {
    return any(filter.grants().stream().map(Sharing::conditions).toList());
  }

  /**
   * Conditions on submissions and what became of their raw records, of which only the submitter is
   * written down; see {@link Marked#submission}.
   */
  public static List<Query> ofSubmissions(SharingFilter filter) {
    return any(
        filter.grants().stream()
            .filter(grant -> grant.levels().contains(Tlp.RED))
            .map(grant -> tie(grant.tie()))
            .toList());
  }

  /** The same as a decision. */
  public static boolean admitsSubmission(SharingFilter filter, String submitter) {
    return filter.admits(Marked.submission(submitter));
  }

  /** Any of those holds, of which each is a list of conditions that all hold. */
  private static List<Query> any(List<List<Query>> ways) {
    if (ways.stream().anyMatch(List::isEmpty)) {
      return List.of();
    }
    return ways.isEmpty()
        ? List.of(nothing())
        : List.of(Filters.anyOf(ways.stream().map(Filters::allOf).toList()));
  }

  private static List<Query> conditions(Grant grant) {
    List<Query> conditions = new ArrayList<>();
    if (grant.levels().size() < Tlp.values().length) {
      conditions.add(Filters.isOneOf("tlp", grant.levels().stream().map(Tlp::name).toList()));
    }
    if (!grant.tie().isOpen()) {
      conditions.add(Filters.isNot("personal"));
    }
    conditions.addAll(tie(grant.tie()));
    return conditions;
  }

  private static List<Query> tie(Grant.Tie tie) {
    return switch (tie) {
      case Team _, Anybody _ -> List.of();
      case Submitter(String name) -> List.of(Filters.is("submitter", name));
      case Addressed(Set<String> organisations, Set<String> groups) ->
          List.of(
              Filters.anyOf(
                  List.of(
                      Filters.isOneOf("organisations", organisations),
                      Filters.isOneOf("groups", groups))));
      case InPerson(String name) -> List.of(Filters.is("persons", name));
      case Serves(Constituency constituency) -> List.of(serves(constituency));
    };
  }

  private static Query serves(Constituency constituency) {
    return Filters.anyOf(
        List.of(
            Filters.isOneOf("ip", constituency.joinedBlocks().stream().map(Cidr::text).toList()),
            Filters.isOneOfNumbers("asn", constituency.asns()),
            Filters.isOneOf("domain", constituency.domains()),
            Filters.isOneOf("country", constituency.countries())));
  }

  private static Query nothing() {
    return Query.of(query -> query.matchNone(none -> none));
  }
}
