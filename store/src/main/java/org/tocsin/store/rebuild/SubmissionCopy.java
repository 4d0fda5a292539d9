package org.tocsin.store.rebuild;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.stix.StixJson;
import org.tocsin.store.cluster.Bulk;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkOperation.NotOlder;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.IndexedTime;
import org.tocsin.store.document.SubmissionDocument;
import tools.jackson.databind.node.ObjectNode;

/** Copies submissions as they are: the log keeps them for a shorter time than the raw records. */
final class SubmissionCopy {
  private static final int AT_ONCE = 200;

  private final Cluster cluster;
  private final Bulk bulk;

  SubmissionCopy(Cluster cluster, Bulk bulk) {
    this.cluster = cluster;
    this.bulk = bulk;
  }

  /** Copies all that were written since then; a newer state that is there already stays. */
  void copy(String from, String to, Instant since) {
    cluster.ask(
        "refreshing submissions",
        () -> cluster.client().indices().refresh(request -> request.index(from)));
    List<FieldValue> after = List.of();
    while (true) {
      List<Hit<ObjectNode>> hits = page(from, since, after);
      bulk.write(hits.stream().map(hit -> operation(to, hit)).toList());
      if (hits.size() < AT_ONCE) {
        return;
      }
      after = new ArrayList<>(hits.getLast().sort());
    }
  }

  private List<Hit<ObjectNode>> page(String from, Instant since, List<FieldValue> after) {
    SearchRequest.Builder request =
        new SearchRequest.Builder()
            .index(from)
            .size(AT_ONCE)
            .allowPartialSearchResults(false)
            .query(query ->
                query.range(range ->
                    range.date(date -> date.field("written_at").gte(IndexedTime.text(since)))))
            .sort(sort -> sort.field(field -> field.field("receipt").order(SortOrder.Asc)));
    if (!after.isEmpty()) {
      request.searchAfter(after);
    }
    SearchRequest built = request.build();
    return cluster.ask(
        "copying submissions",
        () -> cluster.client().search(built, ObjectNode.class).hits().hits());
  }

  private static BulkOperation operation(String to, Hit<ObjectNode> hit) {
    ObjectNode source = hit.source();
    if (source == null) {
      throw new IllegalStateException("a submission without its source");
    }
    return new BulkOperation(
        to,
        String.valueOf(hit.id()),
        new NotOlder(SubmissionDocument.order(SubmissionDocument.read(source))),
        () -> StixJson.MAPPER.writeValueAsBytes(source));
  }
}
