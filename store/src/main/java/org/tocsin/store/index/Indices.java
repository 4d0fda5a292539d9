package org.tocsin.store.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.IndicesBlockOptions;
import co.elastic.clients.elasticsearch.indices.PutMappingRequest;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.store.cluster.Cluster;

/** Makes and deletes indices, and moves the aliases over them. */
final class Indices {
  private static final int AT_ONCE = 8;

  private final Cluster cluster;
  private final Names names;

  Indices(Cluster cluster, Names names) {
    this.cluster = cluster;
    this.names = names;
  }

  /** What is there now. */
  Inventory look() {
    return cluster.ask(
        "listing indices",
        () -> {
          Map<Integer, Set<String>> indices = new HashMap<>();
          int current = 0;
          List<String> patterns = Arrays.stream(View.values()).map(names::pattern).toList();
          var found = cluster.client().indices().getAlias(all -> all.index(patterns)).aliases();
          for (var index : found.entrySet()) {
            Names.Parsed name = names.parse(index.getKey()).orElse(null);
            if (name != null) {
              indices
                  .computeIfAbsent(name.generation(), any -> new HashSet<>())
                  .add(index.getKey());
              if (index.getValue().aliases().containsKey(names.alias(name.view()))) {
                current = Math.max(current, name.generation());
              }
            }
          }
          return new Inventory(current, indices);
        });
  }

  /** The names of all indices a generation has, with those months. */
  List<String> all(int generation, Window window) {
    Stream<String> single =
        Arrays.stream(View.values())
            .filter(view -> view != View.OBSERVATIONS)
            .map(view -> names.index(view, generation));
    Stream<String> months =
        window.parts().stream().map(part -> names.observations(generation, part));
    return Stream.concat(single, months).toList();
  }

  /** Makes those that are missing, some at once; behind their aliases or not yet. */
  void make(List<String> missing, boolean behindAlias) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<?>> made = new ArrayList<>();
      missing.forEach(index -> made.add(threads.submit(() -> make(index, behindAlias))));
      for (Future<?> one : made) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new StoreUnavailableException("indices could not be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted while making indices", e);
    }
  }

  private void make(String index, boolean behindAlias) {
    String alias = names.parse(index).map(name -> names.alias(name.view())).orElseThrow();
    cluster.ask(
        "making " + index,
        () -> {
          try {
            cluster
                .client()
                .indices()
                .create(request -> {
                  request.index(index);
                  return behindAlias ? request.aliases(alias, nothing -> nothing) : request;
                });
            return true;
          } catch (ElasticsearchException e) {
            if ("resource_already_exists_exception".equals(e.error().type())) {
              return false; // another process was faster
            }
            throw e;
          }
        });
  }

  /**
   * Adds the fields that their mapping has by now; what is there in them already stays as it is.
   */
  void widen(List<String> existing) {
    for (String index : existing) {
      names
          .parse(index)
          .ifPresent(name ->
              cluster.ask(
                  "widening " + index,
                  () ->
                      cluster
                          .client()
                          .indices()
                          .putMapping(
                              new PutMappingRequest.Builder()
                                  .index(index)
                                  .withJson(
                                      new StringReader(Templates.mappings(name.view()).toString()))
                                  .build())));
    }
  }

  /** Points every alias to the one generation and no other, in one step. */
  void pointAliasesTo(int generation, Inventory inventory) {
    List<Action> moves = new ArrayList<>();
    inventory
        .indices()
        .forEach((each, indices) -> {
          for (String index : indices) {
            String alias = names.parse(index).map(name -> names.alias(name.view())).orElseThrow();
            moves.add(
                each == generation
                    ? Action.of(move -> move.add(to -> to.index(index).alias(alias)))
                    : Action.of(move ->
                        move.remove(from -> from.index(index).alias(alias).mustExist(false))));
          }
        });
    cluster.ask(
        "moving the aliases",
        () -> cluster.client().indices().updateAliases(request -> request.actions(moves)));
  }

  void delete(List<String> indices) {
    if (!indices.isEmpty()) {
      cluster.ask(
          "deleting " + indices.size() + " indices",
          () ->
              cluster
                  .client()
                  .indices()
                  .delete(request -> request.index(indices).ignoreUnavailable(true)));
    }
  }

  /** Lets no write through any more, and returns when those under way are done. */
  void hold(List<String> indices) {
    cluster.ask(
        "holding writes",
        () ->
            cluster
                .client()
                .indices()
                .addBlock(request -> request.index(indices).block(IndicesBlockOptions.Write)));
  }

  /** Lets writes through again. */
  void release(List<String> indices) {
    cluster.ask(
        "releasing writes",
        () ->
            cluster
                .client()
                .indices()
                .putSettings(request ->
                    request
                        .index(indices)
                        .ignoreUnavailable(true)
                        .settings(index -> index.blocks(blocks -> blocks.write(false)))));
  }

  /** Whether none of them lets a write through. */
  boolean areHeld(List<String> indices) {
    return states(indices).stream().allMatch(Indices::isHeld);
  }

  /** Whether one of them lets no write through. */
  boolean isAnyHeld(List<String> indices) {
    return states(indices).stream().anyMatch(Indices::isHeld);
  }

  private Collection<IndexState> states(List<String> indices) {
    return cluster.ask(
        "looking for held writes",
        () ->
            cluster
                .client()
                .indices()
                .getSettings(request -> request.index(indices))
                .settings()
                .values());
  }

  private static boolean isHeld(IndexState state) {
    IndexSettings settings = state.settings();
    IndexSettings index = settings == null ? null : settings.index();
    return index != null && index.blocks() != null && Boolean.TRUE.equals(index.blocks().write());
  }
}
