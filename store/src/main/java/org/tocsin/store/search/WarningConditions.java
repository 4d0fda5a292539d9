package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tocsin.model.warning.WarningState;
import org.tocsin.store.WarningQuery;

/** The conditions of a search for warnings. */
final class WarningConditions {
  private static final String STANDING = "standing";

  private WarningConditions() {}

  /**
   * The conditions of that query.
   *
   * @param team whether what is only written is looked into too
   */
  static List<Query> of(WarningQuery query, boolean team, Instant now) {
    List<Query> all = new ArrayList<>();
    if (!query.states().isEmpty()) {
      all.add(
          Filters.anyOf(query.states().stream().map(state -> stands(state, team, now)).toList()));
    }
    if (query.severity() != null) {
      all.add(Filters.is("severity", query.severity().key()));
    }
    if (query.text() != null) {
      all.addAll(Text.conditions(query.text(), word -> word(word, team)));
    }
    if (query.toAcknowledgeBy() != null) {
      all.add(stands(WarningState.PUBLISHED, team, now));
      all.add(not(Filters.is("acknowledged_by", query.toAcknowledgeBy())));
    }
    if (query.incident() != null) {
      all.add(
          team
              ? Filters.is("private.incidents", query.incident().toString())
              : Query.of(any -> any.matchNone(none -> none)));
    }
    return all;
  }

  private static Query stands(WarningState state, boolean team, Instant now) {
    Query over = Filters.between("valid_until", Instant.EPOCH, now);
    return switch (state) {
      case EXPIRED -> Filters.allOf(List.of(standing(WarningState.PUBLISHED), over));
      case PUBLISHED -> Filters.allOf(List.of(standing(state), not(over)));
      case WITHDRAWN -> standing(state);
      case DRAFT, IN_REVIEW ->
          team
              ? Filters.allOf(
                  List.of(Filters.is("stage", state.key()), not(standing(WarningState.WITHDRAWN))))
              : standing(state);
    };
  }

  private static Query standing(WarningState state) {
    return Filters.is(STANDING, state.key());
  }

  private static Query word(String word, boolean team) {
    return Filters.anyOf(
        List.of(Text.says(word, team), Filters.is("number", word.toUpperCase(Locale.ROOT))));
  }

  private static Query not(Query query) {
    return Query.of(any -> any.bool(bool -> bool.mustNot(query)));
  }
}
