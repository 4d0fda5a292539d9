package org.tocsin.app.correlation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tocsin.formats.Formats;
import org.tocsin.model.incident.IncidentRules;
import org.tocsin.model.journal.Court;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.store.StoreSettings;
import org.tocsin.stream.StreamSettings;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.journal.JournalConsumer;
import org.tocsin.stream.journal.JournalProgress;
import org.tocsin.stream.journal.KafkaJournal;
import org.tocsin.stream.lane.LaneConsumer;
import org.tocsin.stream.observed.KafkaObservedLog;
import org.tocsin.stream.observed.ObservedConsumer;
import org.tocsin.triage.correlate.Correlator;
import org.tocsin.triage.normalise.Triage;
import org.tocsin.triage.projection.Projector;

/** A process that does triage, makes incidents, and decides; can be killed at any point. */
final class TriageProcess {
  /** The same in every run, so that the same things have the same ids. */
  static final NodeNamespace NAMESPACE = new NodeNamespace(new UUID(5, 5));

  private TriageProcess() {}

  /** What it is told: where the engines are, and the prefix of all names. */
  record Place(String kafka, String elasticsearch, String prefix) {
    StreamSettings stream() {
      StreamSettings local = StreamSettings.local(kafka);
      return new StreamSettings(
          kafka,
          local.security(),
          prefix,
          1,
          local.interactivePartitions(),
          local.bulkPartitions(),
          local.rawRetention(),
          local.compression(),
          local.bufferMemory(),
          local.batchRecords(),
          local.blockTimeout(),
          local.requestTimeout(),
          local.deliveryTimeout(),
          Duration.ofSeconds(6),
          local.takeTimeout(),
          local.tickInterval());
    }

    ElasticsearchStore store() {
      StoreSettings usual = StoreSettings.at(URI.create(elasticsearch)).withPrefix(prefix);
      StoreSettings settings =
          new StoreSettings(
              usual.url(),
              null,
              prefix,
              1,
              0,
              Duration.ofDays(40),
              usual.connectTimeout(),
              Duration.ofSeconds(60),
              Duration.ofSeconds(60),
              Duration.ofSeconds(60),
              usual.submissionTimeout(),
              usual.bulkBytes(),
              usual.documentBytes());
      return new ElasticsearchStore(settings, InstantSource.system(), new SimpleMeterRegistry());
    }
  }

  static Formats formats() {
    return new Formats(List.of(new SightFormat()));
  }

  static Court court() {
    return new Court(List.of(new IncidentRules()));
  }

  /** Starts one. */
  static Process start(Place place, Path log) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx320m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              TriageProcess.class.getName(),
              place.kafka(),
              place.elasticsearch(),
              place.prefix())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    ProcessHandle.current()
        .parent()
        .ifPresent(test -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    Place place = new Place(arguments[0], arguments[1], arguments[2]);
    StreamConnection connection = new StreamConnection(place.stream(), new SimpleMeterRegistry());
    ElasticsearchStore store = place.store();
    ExecutorService portions = Executors.newFixedThreadPool(2);
    Triage triage =
        new Triage(
            formats(),
            () -> NAMESPACE,
            store.facts(),
            new KafkaObservedLog(connection),
            portions,
            new SimpleMeterRegistry());
    JournalProgress progress = new JournalProgress(connection);
    Correlator correlator =
        new Correlator(
            store.decisions(),
            store.exchanges(),
            new KafkaJournal(connection),
            store.recount(),
            () -> progress.awaitEnd(Duration.ofSeconds(5)));
    Arrays.stream(Lane.values())
        .forEach(lane -> new LaneConsumer(connection, lane, triage).start());
    new ObservedConsumer(connection, correlator::take).start();
    new JournalConsumer(connection, new Projector(court(), store.decisionWriter())).start();
    Thread.currentThread().join();
  }
}
