package org.tocsin.store.write;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.store.DecisionWriter;
import org.tocsin.store.cluster.Bulk;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkOperation.Absent;
import org.tocsin.store.cluster.BulkOperation.NotOlder;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.cluster.Documents;
import org.tocsin.store.decision.Lookup;
import org.tocsin.store.document.DecisionDocument;
import org.tocsin.store.document.EntityDocument;
import org.tocsin.store.index.Layout;
import org.tocsin.store.index.Layouts;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;

/** Writes decisions into one generation: the current one, or one that a rebuild fills. */
public final class ElasticsearchDecisionWriter implements DecisionWriter {
  private final Access access;
  private final Lookup lookup;
  private final OrderedWrites ordered;
  private final ReleaseWrites releases;

  private ElasticsearchDecisionWriter(
      Access access, Function<View, String> place, Layouts layouts, Released released) {
    this.access = access;
    this.lookup = new Lookup(access.cluster(), place);
    this.ordered = new OrderedWrites(access, layouts);
    this.releases = new ReleaseWrites(ordered, new Documents(access.cluster()), place, released);
  }

  /** Writes into the generation that is current, whichever that is at the time. */
  public static ElasticsearchDecisionWriter live(
      Cluster cluster, Bulk bulk, InstantSource clock, Names names, Layouts current) {
    return live(cluster, bulk, clock, names, current, Released.BY_KIND);
  }

  /**
   * The same.
   *
   * @param released says what is released of an entity
   */
  public static ElasticsearchDecisionWriter live(
      Cluster cluster,
      Bulk bulk,
      InstantSource clock,
      Names names,
      Layouts current,
      Released released) {
    return new ElasticsearchDecisionWriter(
        Access.to(cluster, bulk, clock), names::alias, current, released);
  }

  /** Writes into a generation that is to replace the one before. */
  public static ElasticsearchDecisionWriter rebuilding(
      Cluster cluster, Bulk bulk, InstantSource clock, Layouts next) {
    return new ElasticsearchDecisionWriter(
        Access.to(cluster, bulk, clock), view -> next.now().index(view), next, Released.BY_KIND);
  }

  @Override
  public Map<UUID, Decision> of(Collection<UUID> commands) {
    return lookup.decisions(commands);
  }

  @Override
  public Map<EntityRef, Revision> now(Collection<EntityRef> entities) {
    return lookup.entities(entities);
  }

  @Override
  public void write(List<Decision> decisions) {
    ordered.write(layout ->
        decisions.stream()
            .map(decision ->
                new BulkOperation(
                    layout.index(View.DECISIONS),
                    decision.made().command().id().toString(),
                    new Absent(),
                    () -> DecisionDocument.json(decision)))
            .toList());
    Map<EntityRef, Last> last = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      for (Revision revision : decision.revisions()) {
        last.put(revision.entity(), new Last(revision, decision.made()));
      }
    }
    ordered.write(layout -> last.values().stream().map(each -> each.operation(layout)).toList());
    releases.write(decisions);
  }

  @Override
  public void makeVisible() {
    access.touched().refresh();
  }

  /** The last revision of an entity among some decisions. */
  private record Last(Revision revision, Journaled made) {
    BulkOperation operation(Layout layout) {
      return new BulkOperation(
          layout.index(View.of(revision.entity().kind())),
          revision.entity().id(),
          new NotOlder(made.offset()),
          () -> EntityDocument.json(revision, made));
    }
  }
}
