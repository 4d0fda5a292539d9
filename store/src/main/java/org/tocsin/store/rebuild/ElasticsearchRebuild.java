package org.tocsin.store.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tocsin.store.DecisionWriter;
import org.tocsin.store.DeliveryWriter;
import org.tocsin.store.FactWriter;
import org.tocsin.store.ListEnds;
import org.tocsin.store.NextGeneration;
import org.tocsin.store.Rebuild;
import org.tocsin.store.Recount;
import org.tocsin.store.cluster.Bulk;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.index.Generations;
import org.tocsin.store.index.View;
import org.tocsin.store.write.ElasticsearchDecisionWriter;
import org.tocsin.store.write.ElasticsearchDeliveryWriter;
import org.tocsin.store.write.ElasticsearchFactWriter;
import org.tocsin.store.write.ElasticsearchListEnds;
import org.tocsin.store.write.ElasticsearchRecount;

/** Rebuilds by generations of indices behind aliases. */
public final class ElasticsearchRebuild implements Rebuild {
  /** Clocks of other processes may be behind by that much. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final Cluster cluster;
  private final Bulk bulk;
  private final Generations generations;
  private final InstantSource clock;

  /** Rebuilds what is in that cluster. */
  public ElasticsearchRebuild(
      Cluster cluster, Bulk bulk, Generations generations, InstantSource clock) {
    this.cluster = cluster;
    this.bulk = bulk;
    this.generations = generations;
    this.clock = clock;
  }

  @Override
  public int currentGeneration() {
    return generations.current();
  }

  @Override
  public NextGeneration begin() {
    Instant begun = clock.instant();
    Next next = new Next(generations.begin(), begun);
    next.copySubmissions(Instant.EPOCH);
    return next;
  }

  private final class Next implements NextGeneration {
    private final int number;
    private final Instant begun;
    private final FactWriter facts;
    private final DecisionWriter decisions;
    private final DeliveryWriter deliveries;
    private final Recount incidents;
    private final ListEnds listEnds;

    Next(int number, Instant begun) {
      this.number = number;
      this.begun = begun;
      this.facts =
          ElasticsearchFactWriter.rebuilding(
              cluster, bulk, clock, generations.of(number), generations.asTheyAre(number - 1));
      this.decisions =
          ElasticsearchDecisionWriter.rebuilding(cluster, bulk, clock, generations.of(number));
      this.deliveries =
          ElasticsearchDeliveryWriter.rebuilding(cluster, bulk, clock, generations.of(number));
      this.incidents = new ElasticsearchRecount(cluster, bulk, clock, generations.of(number));
      this.listEnds =
          ElasticsearchListEnds.rebuilding(
              cluster, bulk, clock, generations.names(), generations.of(number), number);
    }

    @Override
    public int number() {
      return number;
    }

    @Override
    public FactWriter facts() {
      return facts;
    }

    @Override
    public DecisionWriter decisions() {
      return decisions;
    }

    @Override
    public DeliveryWriter deliveries() {
      return deliveries;
    }

    @Override
    public Recount incidents() {
      return incidents;
    }

    @Override
    public ListEnds listEnds() {
      return () -> {
        copySubmissions(begun.minus(MARGIN)); // which snapshots came to their end meanwhile
        listEnds.look();
      };
    }

    @Override
    public void holdWrites() {
      generations.holdWrites(number);
    }

    @Override
    public void swap() {
      if (generations.current() != number) {
        generations.requireHold(number);
        copySubmissions(begun.minus(MARGIN));
        facts.makeVisible();
        decisions.makeVisible();
        deliveries.makeVisible();
        incidents.ofAll();
        incidents.makeVisible();
        listEnds.look();
      }
      generations.swapTo(number);
    }

    @Override
    public void abandon() {
      generations.abandon();
    }

    void copySubmissions(Instant since) {
      new SubmissionCopy(cluster, bulk).copy(submissions(number - 1), submissions(number), since);
    }

    private String submissions(int generation) {
      return generations.names().index(View.SUBMISSIONS, generation);
    }
  }
}
