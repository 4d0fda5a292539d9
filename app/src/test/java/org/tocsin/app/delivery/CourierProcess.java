package org.tocsin.app.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.tocsin.alerts.delivery.Attempt;
import org.tocsin.alerts.delivery.Carrier;
import org.tocsin.alerts.delivery.DeliveryPorts;
import org.tocsin.alerts.delivery.DeliveryWork;
import org.tocsin.alerts.delivery.KnownSubscribers;
import org.tocsin.alerts.delivery.Parcel;
import org.tocsin.alerts.mail.MailCarrier;
import org.tocsin.alerts.mail.MailSettings;
import org.tocsin.alerts.mail.OpenPgpMail;
import org.tocsin.alerts.webhook.WebhookCarrier;
import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.model.delivery.DeliveryEvent;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.secret.NodeSecret;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.outward.AllowList;
import org.tocsin.outward.OutwardClient;
import org.tocsin.outward.OutwardSettings;
import org.tocsin.outward.mail.MailClient;
import org.tocsin.outward.mail.MailServer;
import org.tocsin.store.Deliveries;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.store.subscription.KnownSubscriptions;
import org.tocsin.stream.DeliveryLog;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.delivery.DeliveryProgress;
import org.tocsin.stream.delivery.KafkaDeliveryLog;
import org.tocsin.stream.journal.JournalProgress;
import org.tocsin.stream.journal.KafkaJournalReader;
import org.tocsin.stream.journal.NodeJournal;

/** A process that announces and carries, and dies at the point it is told, as if it were killed. */
final class CourierProcess {
  static final NodeSecret SECRET =
      new NodeSecret("a secret of tests, 32 bytes long".getBytes(StandardCharsets.UTF_8));
  static final int DEAD = 9;

  private CourierProcess() {}

  /** Between which two states of the ledger it dies. */
  enum Point {
    NEVER,
    BEFORE_QUEUED,
    AFTER_QUEUED,
    BEFORE_STARTED,
    AFTER_STARTED,
    AFTER_SENT,
    AFTER_DELIVERED,
    BEFORE_RECALL_QUEUED,
    AFTER_RECALL_QUEUED,
    AFTER_RECALL_STARTED,
    AFTER_RECALL_SENT,
    AFTER_RECALL_DELIVERED
  }

  static Process start(Place place, int smtp, Point point, UUID warning, Path log) {
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  CourierProcess.class.getName()));
      command.addAll(
          List.of(
              place.kafka(),
              place.elasticsearch(),
              place.prefix(),
              point.name(),
              warning.toString(),
              String.valueOf(smtp)));
      return new ProcessBuilder(command)
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
    Dying dying = new Dying(Point.valueOf(arguments[3]), UUID.fromString(arguments[4]));
    StreamConnection connection = place.connect();
    work(connection, place.store(), dying, Integer.parseInt(arguments[5])).start();
    Thread.currentThread().join();
  }

  private static DeliveryWork work(
      StreamConnection connection, ElasticsearchStore store, Dying dying, int smtp) {
    InstantSource clock = InstantSource.system();
    KnownDirectory directory = new KnownDirectory(store.directory(), clock);
    JournalProgress progress = new JournalProgress(connection);
    NodeJournal node = new NodeJournal(connection);
    DeliveryPorts ports =
        new DeliveryPorts(
            new DyingLog(new KafkaDeliveryLog(connection), store.deliveries(), dying),
            store.deliveryWriter(),
            store.deliveries(),
            store.decisions(),
            store.versions(),
            new KafkaJournalReader(connection, progress, Set.of()),
            progress,
            new DeliveryProgress(connection),
            directory,
            node::namespace,
            clock);
    return new DeliveryWork(
        connection,
        ports,
        new KnownSubscribers(
            store.subscriptions(), new KnownSubscriptions(store.subscriptions(), clock), directory),
        List.of(
            new DyingCarrier(
                new WebhookCarrier(new OutwardClient(settings()), SECRET, clock), dying),
            mail(smtp, directory, clock)),
        new SimpleMeterRegistry());
  }

  private static MailCarrier mail(int smtp, KnownDirectory directory, InstantSource clock) {
    return new MailCarrier(
        new MailClient(
            settings(), new MailServer(URI.create("smtp://127.0.0.1:" + smtp), null, null)),
        new MailSettings("tocsin@node.example", "Tocsin", "https://console.example"),
        OpenPgpMail.in(null),
        address -> directory.now().keys(address),
        clock);
  }

  private static OutwardSettings settings() {
    return new OutwardSettings(
        AllowList.of(List.of("127.0.0.1")),
        Set.of(),
        "Tocsin/test",
        Path.of(System.getProperty("java.io.tmpdir")),
        new OutwardSettings.Timeouts(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            1),
        1_000_000,
        new OutwardSettings.Retries(0, Duration.ofSeconds(1), Duration.ofSeconds(1)));
  }

  /** Where it dies, of which warning. */
  private record Dying(Point point, UUID warning) {
    void at(String reached, DeliveryItem item) {
      String full = item.recall() ? reached.replace("_", "_RECALL_") : reached;
      if (full.equals(point.name()) && item.warning().equals(warning)) {
        Runtime.getRuntime().halt(DEAD);
      }
    }
  }

  private record DyingLog(DeliveryLog log, Deliveries deliveries, Dying dying)
      implements DeliveryLog {
    @Override
    public DeliveryEntry append(Posting posting) {
      die("BEFORE", posting);
      DeliveryEntry entry = log.append(posting);
      die("AFTER", posting);
      return entry;
    }

    @Override
    public void appendAll(List<Posting> postings) {
      postings.forEach(posting -> die("BEFORE", posting));
      log.appendAll(postings);
      postings.forEach(posting -> die("AFTER", posting));
    }

    private void die(String when, Posting posting) {
      DeliveryEvent event = posting.event();
      String point = when + "_" + event.getClass().getSimpleName().toUpperCase(Locale.ROOT);
      dying.at(
          point,
          event instanceof DeliveryEvent.Queued queued
              ? queued.item()
              : deliveries.find(event.delivery()).orElseThrow().delivery().item());
    }
  }

  /** Dies when the recipient has answered and nobody has written that down. */
  private record DyingCarrier(Carrier carrier, Dying dying) implements Carrier {
    @Override
    public DeliveryChannel channel() {
      return carrier.channel();
    }

    @Override
    public String place(Subscription subscription) {
      return carrier.place(subscription);
    }

    @Override
    public Attempt carry(Parcel parcel) {
      Attempt attempt = carrier.carry(parcel);
      dying.at("AFTER_SENT", parcel.delivery().item());
      return attempt;
    }
  }
}
