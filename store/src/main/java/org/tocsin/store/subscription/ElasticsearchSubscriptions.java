package org.tocsin.store.subscription;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.store.Subscriptions;
import org.tocsin.store.cluster.AnswerTooLongException;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.decision.Everything;
import org.tocsin.store.document.EntityDocument;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import tools.jackson.databind.node.ObjectNode;

/** Reads subscriptions out of Elasticsearch. */
public final class ElasticsearchSubscriptions implements Subscriptions {
  private static final int AT_ONCE = 1_000;

  private final Cluster cluster;
  private final Names names;
  private final Everything everything;

  /** Those of the cluster. */
  public ElasticsearchSubscriptions(Cluster cluster, Names names) {
    this.cluster = cluster;
    this.names = names;
    this.everything = new Everything(cluster, names);
  }

  @Override
  public long edition() {
    return everything.edition("looking for changes of subscriptions", View.SUBSCRIPTIONS);
  }

  @Override
  public List<Changed> changedSince(long offset) {
    List<Changed> all = new ArrayList<>();
    @Nullable Changed last = null;
    List<Changed> page;
    do {
      page = page(offset, last, AT_ONCE);
      all.addAll(page);
      last = page.isEmpty() ? null : page.getLast();
    } while (last != null);
    return all;
  }

  private List<Changed> page(long offset, @Nullable Changed last, int size) {
    SearchRequest request =
        SearchRequest.of(search -> {
          search
              .index(names.alias(View.SUBSCRIPTIONS))
              .size(size)
              .trackTotalHits(total -> total.enabled(false))
              .allowPartialSearchResults(false)
              .query(since(offset))
              .sort(sort -> sort.field(field -> field.field("offset").order(SortOrder.Asc)))
              .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)));
          return last == null
              ? search
              : search.searchAfter(
                  FieldValue.of(last.offset()), FieldValue.of(last.subscription().id().toString()));
        });
    try {
      return cluster
          .ask(
              "reading subscriptions",
              () -> cluster.client().search(request, ObjectNode.class).hits().hits())
          .stream()
          .map(ElasticsearchSubscriptions::changed)
          .toList();
    } catch (AnswerTooLongException e) {
      if (size == 1) {
        throw e;
      }
      return page(offset, last, size / 2);
    }
  }

  private static Query since(long offset) {
    return Query.of(query ->
        query.range(range -> range.longNumber(number -> number.field("offset").gte(offset))));
  }

  private static Changed changed(Hit<ObjectNode> hit) {
    ObjectNode source = Objects.requireNonNull(hit.source(), "source");
    Revision revision = EntityDocument.read(EntityKind.SUBSCRIPTION, source);
    return new Changed(
        revision.as(Subscription.class), revision.version(), source.path("offset").asLong());
  }
}
