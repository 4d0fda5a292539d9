package org.tocsin.store.write;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.store.FactWriter;
import org.tocsin.store.WriteResult;
import org.tocsin.store.cluster.Bulk;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkOperation.NotOlder;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.cluster.Patience;
import org.tocsin.store.document.OutcomeDocument;
import org.tocsin.store.document.SubmissionDocument;
import org.tocsin.store.index.Layouts;
import org.tocsin.store.index.View;

/** Writes facts into one generation: the current one, or one that a rebuild fills. */
public final class ElasticsearchFactWriter implements FactWriter {
  private final Access access;
  private final Layouts layouts;
  private final Mode mode;
  private final @Nullable Precedents precedents;
  private final OrderedWrites ordered;
  private final Expectation expectation = new Expectation();

  private ElasticsearchFactWriter(
      Access access, Layouts layouts, Mode mode, @Nullable Precedents precedents) {
    this.access = access;
    this.layouts = layouts;
    this.mode = mode;
    this.precedents = precedents;
    this.ordered = new OrderedWrites(access, layouts);
  }

  /** Writes into the generation that is current, whichever that is at the time. */
  public static ElasticsearchFactWriter live(
      Cluster cluster, Bulk bulk, InstantSource clock, Layouts current) {
    return new ElasticsearchFactWriter(Access.to(cluster, bulk, clock), current, Mode.LIVE, null);
  }

  /** Writes into a generation that is to replace the one before. */
  public static ElasticsearchFactWriter rebuilding(
      Cluster cluster, Bulk bulk, InstantSource clock, Layouts next, Layouts before) {
    Access access = Access.to(cluster, bulk, clock);
    return new ElasticsearchFactWriter(
        access, next, Mode.REBUILD, new Precedents(access.documents(), before));
  }

  @Override
  public List<WriteResult> write(List<PlacedFact> facts) {
    List<Draft> drafts = facts.stream().map(Draft::new).toList();
    if (precedents != null) {
      precedents.hand(drafts);
    }
    List<WriteResult> results = write(drafts, open(drafts));
    expectation.learn(results);
    return results;
  }

  private List<WriteResult> write(List<Draft> drafts, List<Draft> first) {
    Followers followers = new Followers();
    Patience patience = ordered.patience();
    List<Draft> open = first;
    boolean lookFirst = expectation.mostlyThere();
    while (!open.isEmpty()) {
      if (new Round(access, mode, layouts.now(), followers).run(open, lookFirst)) {
        ordered.waitForMove(patience);
      }
      open = open(open);
    }
    ordered.write(followers::operations);
    return drafts.stream().map(Draft::result).toList();
  }

  private static List<Draft> open(List<Draft> drafts) {
    return drafts.stream().filter(Draft::isOpen).toList();
  }

  @Override
  public void writeOutcomes(List<Outcome> outcomes) {
    Instant now = access.clock().instant();
    ordered.write(layout ->
        outcomes.stream()
            .map(outcome ->
                new BulkOperation(
                    layout.index(View.OUTCOMES),
                    outcome.id(),
                    new NotOlder(outcome.raw().offset()),
                    () -> OutcomeDocument.json(outcome, now)))
            .toList());
  }

  @Override
  public void writeSubmissions(List<Submission> submissions) {
    Instant now = access.clock().instant();
    ordered.write(layout ->
        submissions.stream()
            .map(submission ->
                new BulkOperation(
                    layout.index(View.SUBMISSIONS),
                    submission.receipt().toString(),
                    new NotOlder(SubmissionDocument.order(submission)),
                    () -> SubmissionDocument.json(submission, now)))
            .toList());
  }

  @Override
  public Set<UUID> incidentsOfVersions(Collection<String> objects) {
    return objects.isEmpty()
        ? Set.of()
        : new VersionIncidents(access.cluster()).of(layouts.now().index(View.OBJECTS), objects);
  }

  @Override
  public void makeVisible() {
    access.touched().refresh();
  }
}
