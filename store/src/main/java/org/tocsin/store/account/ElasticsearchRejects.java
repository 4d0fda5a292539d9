package org.tocsin.store.account;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Slot;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.Page;
import org.tocsin.store.Rejects;
import org.tocsin.store.StoredReject;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.Header;
import org.tocsin.store.document.IndexedTime;
import org.tocsin.store.document.OutcomeDocument;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.search.Filters;
import org.tocsin.store.search.Sharing;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds rejects, which are kept inside the outcome of their raw record. Newest means collected
 * last; within a submission they come in its own order.
 */
public final class ElasticsearchRejects implements Rejects {
  private static final int MOST = 1_000;

  /** Each outcome may list a thousand rejects, so few are read at once. */
  private static final int OUTCOMES_AT_ONCE = 20;

  private static final String FORMAT = "strict_date_optional_time_nanos";

  private final Cluster cluster;
  private final String alias;

  /** Rejects of that cluster. */
  public ElasticsearchRejects(Cluster cluster, Names names) {
    this.cluster = cluster;
    this.alias = names.alias(View.OUTCOMES);
  }

  @Override
  public Page<StoredReject> search(
      @Nullable UUID receipt,
      @Nullable RejectReason reason,
      @Nullable String cursor,
      int limit,
      SharingFilter filter) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit: 1 to " + MOST);
    }
    RejectCursor after = cursor == null ? RejectCursor.beginning() : RejectCursor.read(cursor);
    if (Sharing.admitsNothing(filter)) {
      return new Page<>(List.of(), after.text(), false);
    }
    List<StoredReject> found =
        collect(conditions(receipt, reason, filter), reason, after, limit + 1);
    List<StoredReject> items = found.subList(0, Math.min(limit, found.size()));
    RejectCursor last = items.isEmpty() ? after : RejectCursor.after(items.getLast());
    return new Page<>(items, last.text(), found.size() > limit);
  }

  @Override
  public Optional<StoredReject> find(String id, SharingFilter filter) {
    Slot slot;
    try {
      slot = Header.slot(id);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return outcome(slot).stream()
        .flatMap(source -> OutcomeDocument.rejects(source).stream())
        .filter(reject -> reject.slot().equals(slot))
        .filter(reject -> Sharing.admitsSubmission(filter, reject.submitter()))
        .findFirst();
  }

  private Optional<ObjectNode> outcome(Slot slot) {
    String id = Slot.rawId(slot.receipt(), slot.number());
    return cluster.ask(
        "reading an outcome",
        () ->
            Optional.ofNullable(
                cluster
                    .client()
                    .get(request -> request.index(alias).id(id), ObjectNode.class)
                    .source()));
  }

  private static List<Query> conditions(
      @Nullable UUID receipt, @Nullable RejectReason reason, SharingFilter filter) {
    List<Query> conditions = new ArrayList<>(Sharing.ofSubmissions(filter));
    conditions.add(
        reason == null
            ? Query.of(query -> query.exists(any -> any.field("reasons")))
            : Filters.is("reasons", reason.key()));
    if (receipt != null) {
      conditions.add(Filters.is("receipt", receipt.toString()));
    }
    return conditions;
  }

  private List<StoredReject> collect(
      List<Query> conditions, @Nullable RejectReason reason, RejectCursor cursor, int wanted) {
    List<StoredReject> found = new ArrayList<>();
    List<FieldValue> after = from(cursor);
    List<Hit<ObjectNode>> hits;
    do {
      hits = page(conditions, after);
      for (Hit<ObjectNode> hit : hits) {
        take(hit, reason, cursor, found);
        after = hit.sort();
      }
    } while (found.size() < wanted && hits.size() == OUTCOMES_AT_ONCE);
    return found.subList(0, Math.min(wanted, found.size()));
  }

  private static void take(
      Hit<ObjectNode> hit,
      @Nullable RejectReason reason,
      RejectCursor cursor,
      List<StoredReject> found) {
    ObjectNode source = hit.source();
    if (source != null) {
      OutcomeDocument.rejects(source).stream()
          .filter(reject -> reason == null || reject.reject().reason() == reason)
          .filter(cursor::isBefore)
          .forEach(found::add);
    }
  }

  /** Just before the raw record of the cursor: its other rejects may still have to come. */
  private static List<FieldValue> from(RejectCursor cursor) {
    return List.of(
        FieldValue.of(IndexedTime.text(cursor.collectedAt())),
        FieldValue.of(cursor.receipt().toString()),
        FieldValue.of(cursor.number() - 1L));
  }

  private List<Hit<ObjectNode>> page(List<Query> conditions, List<FieldValue> after) {
    SearchRequest request =
        new SearchRequest.Builder()
            .index(alias)
            .size(OUTCOMES_AT_ONCE)
            .query(Filters.allOf(conditions))
            .sort(
                sort("collected_at", SortOrder.Desc, FORMAT),
                sort("receipt", SortOrder.Asc, null),
                sort("number", SortOrder.Asc, null))
            .searchAfter(after)
            .trackTotalHits(total -> total.enabled(false))
            .allowPartialSearchResults(false)
            .build();
    return cluster.ask(
        "searching rejects",
        () -> cluster.client().search(request, ObjectNode.class).hits().hits());
  }

  private static SortOptions sort(String name, SortOrder order, @Nullable String format) {
    return SortOptions.of(sort ->
        sort.field(field -> {
          field.field(name).order(order);
          return format == null ? field : field.format(format);
        }));
  }
}
