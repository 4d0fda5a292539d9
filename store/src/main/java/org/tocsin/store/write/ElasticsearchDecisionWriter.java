package org.tocsin.store.write;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityKind;
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
import org.tocsin.store.write.IncidentWrites.Decided;

/** Writes decisions into one generation: the current one, or one that a rebuild fills. */
public final class ElasticsearchDecisionWriter implements DecisionWriter {
  private final Access access;
  private final Lookup lookup;
  private final OrderedWrites ordered;
  private final Consumer<List<Decided>> incidents;
  private final ReleaseWrites releases;

  private ElasticsearchDecisionWriter(
      Access access,
      Function<View, String> place,
      Layouts layouts,
      Consumer<List<Decided>> incidents,
      Released released) {
    this.access = access;
    this.lookup = new Lookup(access.cluster(), place);
    this.ordered = new OrderedWrites(access, layouts);
    this.incidents = incidents;
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
    Access access = Access.to(cluster, bulk, clock);
    IncidentWrites incidents = new IncidentWrites(access, current);
    return new ElasticsearchDecisionWriter(
        access, names::alias, current, incidents::decide, released);
  }

  /** Writes into a generation that is to replace the one before. */
  public static ElasticsearchDecisionWriter rebuilding(
      Cluster cluster, Bulk bulk, InstantSource clock, Layouts next) {
    Access access = Access.to(cluster, bulk, clock);
    IncidentWrites incidents = new IncidentWrites(access, next);
    return new ElasticsearchDecisionWriter(
        access, view -> next.now().index(view), next, incidents::decideUncounted, Released.BY_KIND);
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
        Last before = last.get(revision.entity());
        last.put(revision.entity(), Last.of(revision, decision.made(), before));
      }
    }
    ordered.write(layout ->
        last.values().stream()
            .filter(each -> !each.isIncident())
            .map(each -> each.operation(layout))
            .toList());
    incidents.accept(last.values().stream().filter(Last::isIncident).map(Last::decided).toList());
    releases.write(decisions);
  }

  @Override
  public void makeVisible() {
    access.touched().refresh();
  }

  /**
   * The last revision of an entity among some decisions.
   *
   * @param first when the entity became visible, null where it was there before
   */
  private record Last(Revision revision, Journaled made, @Nullable Instant first) {
    static Last of(Revision revision, Journaled made, @Nullable Last before) {
      Instant first = before == null ? null : before.first();
      return new Last(revision, made, revision.version() == 1 ? made.added() : first);
    }

    boolean isIncident() {
      return revision.entity().kind() == EntityKind.INCIDENT;
    }

    Decided decided() {
      return new Decided(revision, made, first);
    }

    BulkOperation operation(Layout layout) {
      return new BulkOperation(
          layout.index(View.of(revision.entity().kind())),
          revision.entity().id(),
          new NotOlder(made.offset()),
          () -> EntityDocument.json(revision, made));
    }
  }
}
