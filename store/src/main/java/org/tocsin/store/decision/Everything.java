package org.tocsin.store.decision;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.store.cluster.AnswerTooLongException;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.EntityDocument;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import tools.jackson.databind.node.ObjectNode;

/** Reads all entities of kinds there are few of. */
public final class Everything {
  private static final int AT_ONCE = 500;
  private static final String VERSIONS = "versions";

  private final Cluster cluster;
  private final Names names;

  /** Those of the cluster. */
  public Everything(Cluster cluster, Names names) {
    this.cluster = cluster;
    this.names = names;
  }

  /**
   * A number that is another one after each change: each makes one version grow by one and none
   * shrink, so their sum tells them all.
   */
  public long edition(String doing, View... views) {
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(Arrays.stream(views).map(names::alias).toList())
                .size(0)
                .trackTotalHits(total -> total.enabled(false))
                .allowPartialSearchResults(false)
                .aggregations(
                    VERSIONS, Aggregation.of(any -> any.sum(sum -> sum.field("version")))));
    return cluster.ask(
        doing, () -> sum(cluster.client().search(request, ObjectNode.class).aggregations()));
  }

  private static long sum(Map<String, Aggregate> answer) {
    @Nullable Aggregate versions = answer.get(VERSIONS);
    @Nullable Double sum = versions == null ? null : versions.sum().value();
    return sum == null ? 0 : sum.longValue();
  }

  /** All of that kind, in the order of their ids. */
  public <E extends Entity> List<E> of(EntityKind kind, Class<E> type) {
    List<E> all = new ArrayList<>();
    List<Hit<ObjectNode>> hits;
    String last = "";
    do {
      hits = after(kind, last, AT_ONCE);
      for (Hit<ObjectNode> hit : hits) {
        all.add(EntityDocument.read(kind, Objects.requireNonNull(hit.source(), "source")).as(type));
        last = Objects.requireNonNull(hit.id(), "id");
      }
    } while (!hits.isEmpty());
    return all;
  }

  private List<Hit<ObjectNode>> after(EntityKind kind, String last, int size) {
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(names.alias(View.of(kind)))
                .size(size)
                .trackTotalHits(total -> total.enabled(false))
                .allowPartialSearchResults(false)
                .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)))
                .searchAfter(FieldValue.of(last)));
    try {
      return cluster.ask(
          "reading " + View.of(kind).key(),
          () -> cluster.client().search(request, ObjectNode.class).hits().hits());
    } catch (AnswerTooLongException e) {
      if (size == 1) {
        throw e;
      }
      return after(kind, last, size / 2);
    }
  }
}
