package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.ObjectQuery;
import org.tocsin.store.Page;
import org.tocsin.store.StixObjects;
import org.tocsin.store.StoredObject;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.document.ObjectDocument;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import org.tocsin.store.search.Cursor.Kind;

/**
 * Finds objects in Elasticsearch. A revoked object is left out of the last versions, except when it
 * is asked for by its id: then that it was revoked is the answer.
 */
public final class ElasticsearchObjects implements StixObjects {
  private final Names names;
  private final Pages pages;

  /** Objects of that cluster. */
  public ElasticsearchObjects(Cluster cluster, Names names) {
    this.names = names;
    this.pages = new Pages(cluster);
  }

  @Override
  public Page<StoredObject> search(ObjectQuery query, SharingFilter filter, Instant horizon) {
    Kind kind = query.allVersions() ? Kind.ALL_OBJECTS : Kind.CURRENT_OBJECTS;
    Cursor cursor = Cursor.read(kind, query.cursor());
    int limit = Conditions.limit(query.limit());
    List<Query> conditions = conditions(query, filter.isOfTheTeam());
    if (Sharing.admitsNothing(filter)) {
      return new Page<>(List.of(), cursor.text(), false);
    }
    conditions.addAll(Sharing.ofKnowledge(filter));
    String alias = names.alias(query.allVersions() ? View.OBJECTS : View.CURRENT);
    return pages.page(
        new Pages.Source<>(
            alias, conditions, source -> ObjectDocument.read(source).stored().under(filter)),
        cursor,
        horizon,
        limit);
  }

  private static List<Query> conditions(ObjectQuery query, boolean whole) {
    List<Query> conditions = new ArrayList<>();
    if (query.type() != null) {
      conditions.add(Filters.is("type", query.type()));
    }
    if (query.id() != null) {
      conditions.add(Filters.is("stix_id", query.id()));
    } else if (!query.allVersions()) {
      conditions.add(Query.of(any -> any.term(term -> term.field("revoked").value(false))));
    }
    if (query.provider() != null) {
      conditions.add(Filters.is("provider", query.provider()));
    }
    if (query.text() != null) {
      conditions.addAll(Text.conditions(query.text(), word -> Text.says(word, whole)));
    }
    return conditions;
  }
}
