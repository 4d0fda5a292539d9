package org.tocsin.store.write;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.tocsin.store.Recount;
import org.tocsin.store.cluster.Bulk;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.index.Layouts;
import org.tocsin.store.index.View;
import tools.jackson.databind.node.ObjectNode;

/** Counts incidents in one generation: the current one, or one that a rebuild fills. */
public final class ElasticsearchRecount implements Recount {
  private static final int AT_ONCE = 240;

  private final Access access;
  private final Layouts layouts;
  private final IncidentWrites incidents;

  /** In the generation of those layouts. */
  public ElasticsearchRecount(Cluster cluster, Bulk bulk, InstantSource clock, Layouts layouts) {
    this.access = Access.to(cluster, bulk, clock);
    this.layouts = layouts;
    this.incidents = new IncidentWrites(access, layouts);
  }

  @Override
  public void of(Collection<UUID> some) {
    incidents.count(some);
  }

  @Override
  public void ofAll() {
    String index = layouts.now().index(View.INCIDENTS);
    access
        .cluster()
        .ask(
            "refreshing incidents",
            () -> access.cluster().client().indices().refresh(request -> request.index(index)));
    List<String> ids = after(index, "");
    while (!ids.isEmpty()) {
      incidents.countAlone(ids.stream().map(UUID::fromString).toList());
      ids = after(index, ids.getLast());
    }
  }

  @Override
  public void makeVisible() {
    access.touched().refresh();
  }

  private List<String> after(String index, String last) {
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(index)
                .size(AT_ONCE)
                .trackTotalHits(total -> total.enabled(false))
                .allowPartialSearchResults(false)
                .source(none -> none.fetch(false))
                .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)))
                .searchAfter(FieldValue.of(last)));
    return access
        .cluster()
        .ask(
            "listing incidents",
            () -> access.cluster().client().search(request, ObjectNode.class).hits().hits())
        .stream()
        .map(Hit::id)
        .map(Objects::requireNonNull)
        .toList();
  }
}
