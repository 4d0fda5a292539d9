package org.tocsin.store.account;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.tocsin.model.account.Submission;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.SubmissionDocument;
import org.tocsin.store.search.Filters;
import tools.jackson.databind.node.ObjectNode;

/** Reads submissions. */
final class Submissions {
  private static final int AT_ONCE = 200;
  private static final String FORMAT = "strict_date_optional_time_nanos";

  private final Cluster cluster;
  private final String alias;

  Submissions(Cluster cluster, String alias) {
    this.cluster = cluster;
    this.alias = alias;
  }

  /** The last state of that submission, whether searches see it yet or not. */
  Optional<Submission> find(UUID receipt) {
    return cluster.ask(
        "reading a submission",
        () -> {
          var answer =
              cluster
                  .client()
                  .get(request -> request.index(alias).id(receipt.toString()), ObjectNode.class);
          return Optional.ofNullable(answer.source()).map(SubmissionDocument::read);
        });
  }

  /** Those of that receipts that searches see. */
  List<Submission> of(Where where, Collection<String> receipts) {
    List<Submission> found = new ArrayList<>();
    if (!receipts.isEmpty()) {
      each(where, List.of(Filters.isOneOf("receipt", receipts)), found::add);
    }
    return found;
  }

  /** Hands each submission that meets the conditions to the taker. */
  void each(Where where, List<Query> conditions, Consumer<Submission> taker) {
    List<FieldValue> after = List.of();
    List<Hit<ObjectNode>> hits;
    do {
      hits = page(where, conditions, after, AT_ONCE, SortOrder.Asc);
      hits.forEach(hit -> taker.accept(read(hit)));
      after = hits.isEmpty() ? after : hits.getLast().sort();
    } while (hits.size() == AT_ONCE);
  }

  /** The last ones that were opened, newest first. */
  List<Submission> latest(List<Query> conditions, int limit) {
    List<Submission> latest = new ArrayList<>();
    List<FieldValue> after = List.of();
    while (latest.size() < limit) {
      int size = Math.min(AT_ONCE, limit - latest.size());
      var hits = page(Where.alias(alias), conditions, after, size, SortOrder.Desc);
      hits.forEach(hit -> latest.add(read(hit)));
      if (hits.size() < size) {
        break;
      }
      after = hits.getLast().sort();
    }
    return latest;
  }

  private List<Hit<ObjectNode>> page(
      Where where, List<Query> conditions, List<FieldValue> after, int size, SortOrder order) {
    SearchRequest.Builder request =
        new SearchRequest.Builder()
            .size(size)
            .query(Filters.allOf(conditions))
            .sort(opened(order), receipt(order))
            .trackTotalHits(total -> total.enabled(false))
            .allowPartialSearchResults(false);
    where.in(request);
    if (!after.isEmpty()) {
      request.searchAfter(after);
    }
    SearchRequest built = request.build();
    return cluster.ask(
        "searching submissions",
        () -> cluster.client().search(built, ObjectNode.class).hits().hits());
  }

  private static SortOptions opened(SortOrder order) {
    return SortOptions.of(
        sort -> sort.field(field -> field.field("opened_at").order(order).format(FORMAT)));
  }

  private static SortOptions receipt(SortOrder order) {
    return SortOptions.of(sort -> sort.field(field -> field.field("receipt").order(order)));
  }

  private static Submission read(Hit<ObjectNode> hit) {
    ObjectNode source = hit.source();
    if (source == null) {
      throw new IllegalStateException("a submission without its source");
    }
    return SubmissionDocument.read(source);
  }
}
