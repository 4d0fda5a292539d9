package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.tlp.Tlp;

/** A {@link SharingFilter} as conditions of a query; admits what its decision admits. */
public final class Sharing {
  private Sharing() {}

  /** Whether the filter admits nothing, whatever there is. */
  public static boolean admitsNothing(SharingFilter filter) {
    return filter.levels().isEmpty() && filter.submitters().isEmpty();
  }

  /** Conditions on documents that carry a level and a submitter. */
  public static List<Query> ofKnowledge(SharingFilter filter) {
    if (filter.levels().size() == Tlp.values().length) {
      return List.of();
    }
    List<Query> admitted = new ArrayList<>();
    if (!filter.levels().isEmpty()) {
      admitted.add(Filters.isOneOf("tlp", filter.levels().stream().map(Tlp::name).toList()));
    }
    return with(admitted, filter);
  }

  /**
   * Conditions on submissions and what became of their raw records. These may hold more than the
   * objects made of them, whatever level was declared, so they pass as RED or by their submitter.
   */
  public static List<Query> ofSubmissions(SharingFilter filter) {
    return filter.levels().contains(Tlp.RED) ? List.of() : with(new ArrayList<>(), filter);
  }

  /** The same as a decision. */
  public static boolean admitsSubmission(SharingFilter filter, String submitter) {
    return filter.admits(Tlp.RED, submitter);
  }

  private static List<Query> with(List<Query> admitted, SharingFilter filter) {
    if (!filter.submitters().isEmpty()) {
      admitted.add(Filters.isOneOf("submitter", filter.submitters()));
    }
    return admitted.isEmpty()
        ? List.of(Query.of(query -> query.matchNone(none -> none)))
        : List.of(Filters.anyOf(admitted));
  }
}
