package org.tocsin.app.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.correlation.Input.Sent;
import org.tocsin.app.correlation.Reference.Expected;
import org.tocsin.app.correlation.TriageProcess.Place;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawRecord;
import org.tocsin.store.DecisionQuery;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.store.Page;
import org.tocsin.store.StoredIncident;
import org.tocsin.store.StoredObservation;
import org.tocsin.stream.ObservedLog;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.delivery.DeliveryReplay;
import org.tocsin.stream.journal.JournalProgress;
import org.tocsin.stream.journal.JournalReplay;
import org.tocsin.stream.journal.KafkaJournal;
import org.tocsin.stream.journal.NodeJournal;
import org.tocsin.stream.lane.KafkaProgressReader;
import org.tocsin.stream.lane.ReportReplay;
import org.tocsin.stream.observed.ObservedProgress;
import org.tocsin.stream.report.KafkaReportLog;
import org.tocsin.stream.topics.TopicDeclaration;
import org.tocsin.triage.normalise.Triage;
import org.tocsin.triage.projection.Projector;
import org.tocsin.triage.rebuild.Rebuilding;

/**
 * The same records in random orders, over both lanes and two processes of which one is killed
 * twice, while an analyst decides. More with {@code -Dtocsin.correlation.records=50000
 * -Dtocsin.correlation.orders=20}.
 */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class CorrelationIT {
  private static final int RECORDS = Integer.getInteger("tocsin.correlation.records", 1_000);
  private static final int ORDERS = Integer.getInteger("tocsin.correlation.orders", 2);
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final Input input = new Input(RECORDS, Instant.now(), 1);
  private final Reference reference = new Reference(input.all());
  private final Plan plan = Plan.of(reference.groups());

  @TempDir private Path logs;

  @Test
  void shouldEndTheSameWhateverComesFirstWhoeverDiesAndWhateverIsDecidedMeanwhile(
      EngineAddresses engines) throws Exception {
    List<Expected> expected = reference.incidents(plan);
    Map<UUID, Expected> first = null;
    for (int order = 0; order < ORDERS; order++) {
      long begun = System.nanoTime();
      Place place =
          new Place(
              engines.kafkaBootstrap(),
              engines.elasticsearchUrl(),
              "t" + UUID.randomUUID().toString().substring(0, 8) + "-");
      Map<UUID, Expected> found = run(place, order);
      assertThat(found.values()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(found).as("the same incident ids").isEqualTo(first == null ? found : first);
      first = found;
      System.out.printf(
          "order %d: %d records, %d incidents, %d actions, %d ms%n",
          order,
          input.all().size(),
          found.size(),
          plan.steps().size(),
          (System.nanoTime() - begun) / 1_000_000);
    }
  }

  private Map<UUID, Expected> run(Place place, int order) throws Exception {
    try (StreamConnection connection =
            new StreamConnection(place.stream(), new SimpleMeterRegistry());
        ElasticsearchStore store = place.store();
        ExecutorService threads = Executors.newCachedThreadPool()) {
      new TopicDeclaration(connection).declare();
      new NodeJournal(connection).namespace();
      store.keepUp();
      Process lasting = TriageProcess.start(place, logs.resolve("lasting-" + order));
      try {
        Future<List<Decision>> decided =
            threads.submit(new Analyst(plan, contents(), store, new KafkaJournal(connection)));
        send(connection, place, order);
        List<Decision> decisions = decided.get();
        assertThat(decisions).hasSize(plan.steps().size());
        assertThat(decisions)
            .allSatisfy(decision -> assertThat(decision.verdict()).isEqualTo(Verdict.APPLIED));
        awaitQuiet(connection);
      } finally {
        lasting.destroyForcibly().waitFor();
      }
      return look(connection, store, threads);
    }
  }

  /** Sends all of it; another process helps, is killed twice in between, and comes back. */
  private void send(StreamConnection connection, Place place, int order) throws Exception {
    List<Map.Entry<Lane, RawRecord>> records = input.inOrder(order);
    Path log = logs.resolve("killed-" + order);
    Process killed = TriageProcess.start(place, log);
    try (KafkaReportLog raw = new KafkaReportLog(connection)) {
      KafkaProgressReader progress = new KafkaProgressReader(connection);
      int third = records.size() / 3;
      for (int part = 0; part < 3; part++) {
        int to = part == 2 ? records.size() : (part + 1) * third;
        List<CompletableFuture<?>> sent = new ArrayList<>();
        records
            .subList(part * third, to)
            .forEach(record -> sent.add(raw.append(record.getKey(), record.getValue())));
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get();
        if (part < 2) {
          long waiting = lag(progress);
          await()
              .atMost(LIMIT)
              .until(() -> lag(progress) <= waiting - Math.min(waiting, third / 2));
          killed.destroyForcibly().waitFor();
          killed = TriageProcess.start(place, log);
        }
      }
      awaitQuiet(connection);
    } finally {
      killed.destroyForcibly().waitFor();
    }
  }

  private static long lag(KafkaProgressReader progress) {
    var now = progress.current();
    return now.lag(Lane.BULK) + now.lag(Lane.INTERACTIVE);
  }

  /** Lanes first: what comes of them is in the other topics by the time they are done. */
  private static void awaitQuiet(StreamConnection connection) {
    KafkaProgressReader progress = new KafkaProgressReader(connection);
    ObservedProgress observed = new ObservedProgress(connection);
    JournalProgress journal = new JournalProgress(connection);
    await().atMost(LIMIT).until(() -> lag(progress) == 0);
    await().atMost(LIMIT).until(() -> observed.lag() == 0);
    await().atMost(LIMIT).until(() -> journal.offset() == end(connection, Topic.JOURNAL));
  }

  private static long end(StreamConnection connection, Topic topic) {
    Map<TopicPartition, OffsetSpec> all = new HashMap<>();
    for (int number = 0; number < topic.partitions(connection.settings()); number++) {
      all.put(new TopicPartition(connection.name(topic), number), OffsetSpec.latest());
    }
    return connection
        .await(connection.admin().listOffsets(all).all(), "look where a topic ends")
        .values()
        .stream()
        .mapToLong(offset -> offset.offset())
        .sum();
  }

  /** What is there, before and after a rebuild, which must be the same and append nothing. */
  private Map<UUID, Expected> look(
      StreamConnection connection, ElasticsearchStore store, ExecutorService threads) {
    Collection<StoredIncident> before = Analyst.all(store);
    assertDecisions(store, before);
    long commands = end(connection, Topic.JOURNAL);
    long told = end(connection, Topic.OBSERVED);

    new Rebuilding(
            store.rebuild(),
            new ReportReplay(connection),
            writer ->
                new Triage(
                    TriageProcess.formats(),
                    () -> TriageProcess.NAMESPACE,
                    writer,
                    ObservedLog.NOBODY,
                    threads,
                    new SimpleMeterRegistry()),
            new JournalReplay(connection),
            writer -> new Projector(TriageProcess.court(), writer),
            new DeliveryReplay(connection))
        .run((read, total) -> {});

    assertThat(Analyst.all(store)).containsExactlyElementsOf(before);
    assertThat(end(connection, Topic.JOURNAL)).isEqualTo(commands);
    assertThat(end(connection, Topic.OBSERVED)).isEqualTo(told);
    Map<UUID, Integer> numbers = new HashMap<>();
    contents().forEach((number, id) -> numbers.put(id, number));
    Map<UUID, Expected> found = new TreeMap<>();
    for (StoredIncident stored : before) {
      found.put(stored.incident().id(), seen(stored, numbers, store));
    }
    return found;
  }

  private static Expected seen(
      StoredIncident stored, Map<UUID, Integer> numbers, ElasticsearchStore store) {
    Set<Integer> members = new TreeSet<>();
    String cursor = null;
    Page<StoredObservation> page;
    do {
      page = store.incidents().observations(stored, Analyst.ALL, cursor, 1_000);
      page.items().forEach(item -> members.add(numbers.get(item.id())));
      cursor = page.cursor();
    } while (page.more());
    assertThat(stored.facts().members()).isEqualTo(members.size());
    return new Expected(
        members,
        stored.facts().firstObserved(),
        stored.facts().lastObserved(),
        new TreeSet<>(stored.facts().providers()),
        stored.facts().tlp(),
        stands(stored.incident().state()));
  }

  private static String stands(IncidentState state) {
    return state.isOpen() ? "open" : state.key();
  }

  /** One opening of each incident made of observations, and what the analyst did; nothing else. */
  private void assertDecisions(ElasticsearchStore store, Collection<StoredIncident> incidents) {
    List<Decision> all = new ArrayList<>();
    String cursor = null;
    Page<Decision> page;
    do {
      page =
          store
              .decisions()
              .search(
                  new DecisionQuery(null, null, null, null, false, cursor, 1_000),
                  Instant.parse("2200-01-01T00:00:00Z"));
      all.addAll(page.items());
      cursor = page.cursor();
    } while (page.more());
    Map<String, Long> byAction =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    decision -> decision.made().command().action(), Collectors.counting()));
    Map<String, Long> planned =
        plan.steps().stream()
            .collect(Collectors.groupingBy(Plan.Step::action, Collectors.counting()));
    planned.put("open", (long) reference.groups().size());
    assertThat(byAction).isEqualTo(planned);
    assertThat(all)
        .extracting(Decision::verdict)
        .as("no conflict because observations arrived")
        .containsOnly(Verdict.APPLIED);
    assertThat(incidents).hasSize(reference.groups().size() + planned.get("split").intValue());
  }

  private Map<Integer, UUID> contents() {
    return input.all().stream()
        .collect(
            Collectors.toMap(
                sent -> sent.sight().number(),
                (Sent sent) -> SightFormat.id(sent.sight(), sent.origin(), TriageProcess.NAMESPACE),
                (one, same) -> one));
  }
}
