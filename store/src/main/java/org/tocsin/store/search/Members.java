package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tocsin.model.incident.Incident;

/**
 * Which observations belong to an incident: those of its episode and those that were moved into it,
 * without the ones that were moved out of it; and the same of each incident that is part of it.
 */
public final class Members {
  private Members() {}

  /**
   * An incident and all that are part of it, at whatever depth.
   *
   * @param reader finds incidents by id; what it does not find is left out
   */
  public static List<Incident> tree(
      Incident root, Function<Collection<UUID>, Map<UUID, Incident>> reader) {
    Map<UUID, Incident> tree = new LinkedHashMap<>(Map.of(root.id(), root));
    List<UUID> next = root.merged();
    while (!next.isEmpty()) {
      List<UUID> parts = new ArrayList<>();
      reader
          .apply(next)
          .forEach((id, part) -> {
            if (tree.putIfAbsent(id, part) == null) {
              parts.addAll(part.merged());
            }
          });
      next = parts.stream().filter(id -> !tree.containsKey(id)).distinct().toList();
    }
    return List.copyOf(tree.values());
  }

  /** Whether an incident holds just the observations of its episode. */
  public static boolean isPlain(Incident incident) {
    return incident.episode() != null
        && incident.merged().isEmpty()
        && incident.included().isEmpty()
        && incident.excluded().isEmpty();
  }

  /** The condition an observation meets that belongs to one of those incidents. */
  public static Query of(List<Incident> tree) {
    List<Query> ways = tree.stream().flatMap(incident -> own(incident).stream()).toList();
    return ways.isEmpty() ? Query.of(query -> query.matchNone(none -> none)) : Filters.anyOf(ways);
  }

  /** What is its own: nothing that was moved out of it, however it came in. */
  private static Optional<Query> own(Incident incident) {
    List<Query> ways = new ArrayList<>();
    if (incident.episode() != null) {
      ways.add(Filters.is("incident", incident.id().toString()));
    }
    if (!incident.included().isEmpty()) {
      ways.add(ids(incident.included()));
    }
    if (ways.isEmpty()) {
      return Optional.empty();
    }
    Query all = Filters.anyOf(ways);
    return Optional.of(
        incident.excluded().isEmpty()
            ? all
            : Query.of(
                query -> query.bool(some -> some.filter(all).mustNot(ids(incident.excluded())))));
  }

  private static Query ids(Collection<UUID> ids) {
    List<String> texts = ids.stream().map(UUID::toString).sorted().toList();
    return Query.of(query -> query.ids(any -> any.values(texts)));
  }
}
