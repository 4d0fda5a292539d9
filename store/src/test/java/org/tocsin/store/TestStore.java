package org.tocsin.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.ObservationQuery.Order;

/** A store of a test's own: its indices have a prefix nobody else has, and its clock can be set. */
public final class TestStore implements AutoCloseable {
  /** May see everything. */
  public static final SharingFilter ALL =
      SharingPolicy.knowledge(new Reader("test", Set.of(Role.ANALYST), null));

  /** Later than anything a test adds. */
  public static final Instant LATER = Instant.parse("2200-01-01T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
  private final StoreSettings settings;
  private final ElasticsearchStore store;

  private TestStore(StoreSettings settings) {
    this.settings = settings;
    this.store = new ElasticsearchStore(settings, clock(), new SimpleMeterRegistry());
  }

  /** A store with names of its own in that Elasticsearch. */
  public static TestStore at(String url) {
    return at(url, settings -> settings);
  }

  /** The same with changed settings. */
  public static TestStore at(String url, UnaryOperator<StoreSettings> change) {
    String prefix = "t" + UUID.randomUUID() + "-";
    return new TestStore(change.apply(settings(url).withPrefix(prefix)));
  }

  private static StoreSettings settings(String url) {
    StoreSettings usual = StoreSettings.at(URI.create(url));
    return withPatience(usual, Duration.ofSeconds(60));
  }

  /** Other helpers' tests may keep the machine busy: patience decides nothing here. */
  public static StoreSettings withPatience(StoreSettings usual, Duration patience) {
    return new StoreSettings(
        usual.url(),
        null,
        usual.prefix(),
        1,
        0,
        Duration.ofDays(40), // fewer months: making an index takes longer than most tests
        usual.connectTimeout(),
        Duration.ofSeconds(60),
        patience,
        patience,
        usual.submissionTimeout(),
        usual.bulkBytes(),
        usual.documentBytes());
  }

  /** With writes that are tried again for that long. */
  public static StoreSettings withWritePatience(StoreSettings usual, Duration patience) {
    return new StoreSettings(
        usual.url(),
        null,
        usual.prefix(),
        1,
        0,
        usual.retention(),
        usual.connectTimeout(),
        usual.requestTimeout(),
        patience,
        usual.readPatience(),
        usual.submissionTimeout(),
        usual.bulkBytes(),
        usual.documentBytes());
  }

  /** With documents of at most that size. */
  public static StoreSettings withDocumentBytes(StoreSettings usual, int bytes) {
    return new StoreSettings(
        usual.url(),
        null,
        usual.prefix(),
        1,
        0,
        usual.retention(),
        usual.connectTimeout(),
        usual.requestTimeout(),
        usual.writePatience(),
        usual.readPatience(),
        usual.submissionTimeout(),
        usual.bulkBytes(),
        bytes);
  }

  /** The store under test. */
  public ElasticsearchStore store() {
    return store;
  }

  /** A second one on the same indices, as another process has it. */
  public ElasticsearchStore another() {
    return another(settings.writePatience());
  }

  /** The same, whose writes are tried again for that long. */
  public ElasticsearchStore another(Duration writePatience) {
    return new ElasticsearchStore(
        withWritePatience(settings, writePatience), clock(), new SimpleMeterRegistry());
  }

  /** The names of all indices there are. */
  public List<String> indices() {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return indices(http);
    }
  }

  /** The settings of both. */
  public StoreSettings settings() {
    return settings;
  }

  /** The clock of both. */
  public InstantSource clock() {
    return now::get;
  }

  /** Sets the clock. */
  public void at(Instant time) {
    now.set(time);
  }

  /** Writes and refreshes. */
  public List<WriteResult> write(PlacedFact... facts) {
    List<WriteResult> results = store.facts().write(Arrays.asList(facts));
    store.facts().makeVisible();
    return results;
  }

  /** Everything there is, in the order of visibility. */
  public List<StoredObservation> all() {
    return follow(query(Order.ADDED, null, 1_000), LATER);
  }

  /** All pages of a search, one after the other. */
  public List<StoredObservation> follow(ObservationQuery query, Instant horizon) {
    List<StoredObservation> all = new ArrayList<>();
    ObservationQuery next = query;
    Page<StoredObservation> page;
    do {
      page = store.observations().search(next, ALL, horizon);
      all.addAll(page.items());
      next = after(next, page.cursor());
    } while (page.more());
    return all;
  }

  /** The one observation of that id. */
  public StoredObservation find(UUID id) {
    return store.observations().find(id, ALL).orElseThrow();
  }

  /** A query without conditions. */
  public static ObservationQuery query(Order order, @Nullable String cursor, int limit) {
    return new ObservationQuery(
        null, null, null, null, null, null, null, null, null, null, null, null, order, cursor,
        limit);
  }

  /** The same query, further on. */
  public static ObservationQuery after(ObservationQuery query, String cursor) {
    return new ObservationQuery(
        query.text(),
        query.type(),
        query.ip(),
        query.asn(),
        query.domain(),
        query.url(),
        query.hash(),
        query.country(),
        query.provider(),
        query.listed(),
        query.from(),
        query.to(),
        query.order(),
        cursor,
        query.limit());
  }

  @Override
  public void close() {
    store.close();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String path = settings.url() + "/" + String.join(",", indices(http));
      send(http, HttpRequest.newBuilder(URI.create(path)).DELETE());
    }
  }

  private List<String> indices(HttpClient http) {
    String all = settings.url() + "/_cat/indices/" + settings.prefix() + "*?h=index";
    return send(http, HttpRequest.newBuilder(URI.create(all)).GET()).lines().toList();
  }

  private static String send(HttpClient http, HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
