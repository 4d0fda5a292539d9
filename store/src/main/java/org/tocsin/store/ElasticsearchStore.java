package org.tocsin.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.tocsin.store.account.ElasticsearchAccounts;
import org.tocsin.store.account.ElasticsearchRejects;
import org.tocsin.store.cluster.Bulk;
import org.tocsin.store.cluster.Cluster;
import org.tocsin.store.directory.ElasticsearchDirectory;
import org.tocsin.store.feed.ElasticsearchFeeds;
import org.tocsin.store.index.Generations;
import org.tocsin.store.rebuild.ElasticsearchRebuild;
import org.tocsin.store.search.ElasticsearchDecisions;
import org.tocsin.store.search.ElasticsearchDeliveries;
import org.tocsin.store.search.ElasticsearchExchanges;
import org.tocsin.store.search.ElasticsearchHunts;
import org.tocsin.store.search.ElasticsearchIncidents;
import org.tocsin.store.search.ElasticsearchObjects;
import org.tocsin.store.search.ElasticsearchObservations;
import org.tocsin.store.search.ElasticsearchReceiptIncidents;
import org.tocsin.store.search.ElasticsearchVersions;
import org.tocsin.store.search.ElasticsearchWarnings;
import org.tocsin.store.subscription.ElasticsearchSubscriptions;
import org.tocsin.store.write.ElasticsearchDecisionWriter;
import org.tocsin.store.write.ElasticsearchDeliveryWriter;
import org.tocsin.store.write.ElasticsearchFactWriter;
import org.tocsin.store.write.ElasticsearchListEnds;
import org.tocsin.store.write.ElasticsearchRecount;

/**
 * The store on Elasticsearch. Making one connects to nothing, so a program starts while
 * Elasticsearch is away; its calls then throw {@link StoreUnavailableException}. Thread-safe.
 */
public final class ElasticsearchStore implements AutoCloseable {
  private final Cluster cluster;
  private final InstantSource clock;
  private final Bulk bulk;
  private final Generations generations;
  private final FactWriter facts;
  private final Observations observations;
  private final Hunts hunts;
  private final StixObjects objects;
  private final StixVersions versions;
  private final Rejects rejects;
  private final Accounts accounts;
  private final DecisionWriter decisionWriter;
  private final Decisions decisions;
  private final Exchanges exchanges;
  private final Directory directory;
  private final Feeds feeds;
  private final Subscriptions subscriptions;
  private final Recount recount;
  private final Incidents incidents;
  private final ReceiptIncidents receiptIncidents;
  private final Warnings warnings;
  private final DeliveryWriter deliveryWriter;
  private final Deliveries deliveries;
  private final Rebuild rebuild;

  /**
   * A store with those settings.
   *
   * @param clock says which months have an index, and when a submission has been open too long
   * @param meters where what writing costs is counted
   */
  public ElasticsearchStore(StoreSettings settings, InstantSource clock, MeterRegistry meters) {
    this.clock = clock;
    cluster = new Cluster(settings);
    bulk = new Bulk(cluster, meters);
    generations = new Generations(cluster, clock);
    facts = ElasticsearchFactWriter.live(cluster, bulk, clock, generations.live());
    observations = new ElasticsearchObservations(cluster, generations.names());
    hunts = new ElasticsearchHunts(cluster, generations.names());
    objects = new ElasticsearchObjects(cluster, generations.names());
    versions = new ElasticsearchVersions(cluster, generations.names());
    rejects = new ElasticsearchRejects(cluster, generations.names());
    accounts = new ElasticsearchAccounts(cluster, generations.names(), clock);
    decisionWriter =
        ElasticsearchDecisionWriter.live(
            cluster, bulk, clock, generations.names(), generations.live());
    decisions = new ElasticsearchDecisions(cluster, generations.names());
    exchanges = new ElasticsearchExchanges(cluster, generations.names());
    directory = new ElasticsearchDirectory(cluster, generations.names());
    feeds = new ElasticsearchFeeds(cluster, generations.names());
    subscriptions = new ElasticsearchSubscriptions(cluster, generations.names());
    recount = new ElasticsearchRecount(cluster, bulk, clock, generations.live());
    incidents = new ElasticsearchIncidents(cluster, generations.names(), clock);
    receiptIncidents = new ElasticsearchReceiptIncidents(cluster, generations.names(), incidents);
    warnings = new ElasticsearchWarnings(cluster, generations.names());
    deliveryWriter =
        ElasticsearchDeliveryWriter.live(
            cluster, bulk, clock, generations.names(), generations.live());
    deliveries = new ElasticsearchDeliveries(cluster, generations.names());
    rebuild = new ElasticsearchRebuild(cluster, bulk, generations, clock);
  }

  /**
   * Declares templates, makes the indices that are missing and deletes the months retention has
   * left behind. To be called at start and once a day; writers make a new month's index themselves
   * when this is late.
   *
   * @throws StoreUnavailableException when there is no answer; to be repeated
   */
  public void keepUp() {
    generations.keepUp();
  }

  /**
   * Asks whether the store can be written and read.
   *
   * @throws StoreUnavailableException when not; the message says why
   */
  public void check() {
    generations.current();
  }

  /** Writes what triage found out. */
  public FactWriter facts() {
    return facts;
  }

  /** Finds observations. */
  public Observations observations() {
    return observations;
  }

  /** Holds patterns against observations. */
  public Hunts hunts() {
    return hunts;
  }

  /** Finds objects that arrived as STIX. */
  public StixObjects objects() {
    return objects;
  }

  /** Reads versions of objects in the order they became visible. */
  public StixVersions versions() {
    return versions;
  }

  /** Finds rejects. */
  public Rejects rejects() {
    return rejects;
  }

  /** Adds up what became of what was collected. */
  public Accounts accounts() {
    return accounts;
  }

  /** Writes what became of commands; for the projector. */
  public DecisionWriter decisionWriter() {
    return decisionWriter;
  }

  /** Finds what became of commands, and the entities as they stand. */
  public Decisions decisions() {
    return decisions;
  }

  /** Finds exchanges of mails. */
  public Exchanges exchanges() {
    return exchanges;
  }

  /** Reads the directory. */
  public Directory directory() {
    return directory;
  }

  /** Reads what was decided about feeds. */
  public Feeds feeds() {
    return feeds;
  }

  /** Reads what people and machines want to hear of. */
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /** Finds incidents. */
  public Incidents incidents() {
    return incidents;
  }

  /** Finds the incidents that came of submissions. */
  public ReceiptIncidents receiptIncidents() {
    return receiptIncidents;
  }

  /** Counts what is observed of incidents; for the correlator. */
  public Recount recount() {
    return recount;
  }

  /**
   * Gives the entries of lists their ends; for triage.
   *
   * @param lookBack how far back the first look goes
   */
  public ListEnds listEnds(Duration lookBack) {
    return ElasticsearchListEnds.live(
        cluster,
        bulk,
        clock,
        generations.names(),
        generations.live(),
        clock.instant().minus(lookBack));
  }

  /** Finds warnings. */
  public Warnings warnings() {
    return warnings;
  }

  /** Writes what became of deliveries; for who reads the ledger. */
  public DeliveryWriter deliveryWriter() {
    return deliveryWriter;
  }

  /** Finds deliveries. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Makes the views anew. */
  public Rebuild rebuild() {
    return rebuild;
  }

  /** Closes all connections; what is under way fails. */
  @Override
  public void close() {
    bulk.close();
    cluster.close();
  }
}
