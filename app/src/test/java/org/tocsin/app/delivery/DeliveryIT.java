package org.tocsin.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tocsin.app.delivery.HttpRecipient.answering;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tocsin.app.TocsinApplication;
import org.tocsin.app.delivery.CourierProcess.Point;
import org.tocsin.app.delivery.HttpRecipient.Got;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryState;
import org.tocsin.model.subscription.SigningSecret;

/** Machines that were subscribed get each version once, whatever dies, and nobody else a byte. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class DeliveryIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final UUID NONE = new UUID(0, 0);
  private static final List<Point> PUBLISHING =
      List.of(
          Point.BEFORE_QUEUED,
          Point.AFTER_QUEUED,
          Point.BEFORE_STARTED,
          Point.AFTER_STARTED,
          Point.AFTER_SENT,
          Point.AFTER_DELIVERED);
  private static final List<Point> RECALLING =
      List.of(
          Point.BEFORE_RECALL_QUEUED,
          Point.AFTER_RECALL_QUEUED,
          Point.AFTER_RECALL_STARTED,
          Point.AFTER_RECALL_SENT,
          Point.AFTER_RECALL_DELIVERED);

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final HttpRecipient recipient = new HttpRecipient();
  private GreenMail mails;
  private Place place;
  private UUID french;
  private Node node;

  @BeforeEach
  void open(EngineAddresses engines) {
    String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
    place = new Place(engines.kafkaBootstrap(), engines.elasticsearchUrl(), prefix);
    node = new Node(place);
    node.directory();
    french = node.subscribe("cert-fr", recipient.address("fr"));
    node.subscribe("cert-north", recipient.address("north"));
    node.subscribe("cert-de", recipient.address("de"));
    mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    node.mail("cert-fr", "desk@cert-fr.example");
    node.mail("cert-de", "desk@cert-de.example");
  }

  @AfterEach
  void close() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
    node.close();
    recipient.close();
    mails.stop();
  }

  @Test
  void shouldBringEachVersionOnceByItsKeyHoweverOftenItIsKilled() throws Exception {
    List<UUID> warnings = new ArrayList<>();
    for (Point point : PUBLISHING) {
      UUID warning = UUID.randomUUID();
      warnings.add(warning);
      Process process = start(point, warning);
      node.publish(warning, "west", "Killed " + point);
      assertDies(process, point);
    }
    start(Point.NEVER, NONE);
    for (UUID warning : warnings) {
      awaitOnce(warning, "fr", 1);
      awaitOnce(warning, "north", 1);
    }
    patiently(() -> assertThat(mailKeys()).hasSize(warnings.size()));
    assertNoMailFor("cert-de");
    assertThat(recipient.of("fr", warnings.get(PUBLISHING.indexOf(Point.AFTER_SENT))))
        .as("nobody knew that it had been sent")
        .hasSizeGreaterThan(0);
    assertThat(recipient.of("de")).isEmpty();
    assertSigned();
  }

  @Test
  void shouldTakeBackWhatWentOutHoweverOftenItIsKilled() throws Exception {
    List<UUID> warnings = new ArrayList<>();
    Process first = start(Point.NEVER, NONE);
    for (Point point : RECALLING) {
      UUID warning = UUID.randomUUID();
      warnings.add(warning);
      node.publish(warning, "west", "Wrong " + point);
    }
    for (UUID warning : warnings) {
      awaitOnce(warning, "fr", 1);
      awaitOnce(warning, "north", 1);
    }
    first.destroyForcibly().waitFor();
    for (Point point : RECALLING) {
      UUID warning = warnings.get(RECALLING.indexOf(point));
      Process process = start(point, warning);
      node.withdraw(warning);
      assertDies(process, point);
    }
    start(Point.NEVER, NONE);
    for (UUID warning : warnings) {
      awaitOnce(warning, "fr", 2);
      awaitOnce(warning, "north", 2);
      assertThat(recipient.of("fr", warning).getLast().revoked()).isTrue();
      assertThat(recipient.of("fr", warning).getFirst().revoked()).isFalse();
    }
    patiently(() -> assertThat(mailKeys()).hasSize(2 * warnings.size()));
    assertThat(subjects())
        .filteredOn(subject -> subject.startsWith("Withdrawn"))
        .hasSizeGreaterThanOrEqualTo(warnings.size());
    assertNoMailFor("cert-de");
    assertThat(recipient.of("de")).isEmpty();
  }

  @Test
  void shouldNotSendWhatWasTakenBackBeforeItWentOut() throws Exception {
    UUID withdrawn = UUID.randomUUID();
    UUID wide = UUID.randomUUID();
    UUID narrow = UUID.randomUUID();
    node.publish(withdrawn, "west", "Never seen");
    node.publish(wide, "west", "For fewer");
    node.withdraw(withdrawn);
    node.narrow(wide, narrow, "cert-north", "west");
    UUID after = UUID.randomUUID();
    node.publish(after, "west", "Afterwards");

    start(Point.NEVER, NONE);

    awaitOnce(after, "fr", 1);
    awaitOnce(narrow, "north", 1);
    patiently(() -> {
      assertThat(node.deliveries(withdrawn))
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(one -> assertThat(one.state()).isEqualTo(DeliveryState.DROPPED));
      assertThat(node.deliveries(wide))
          .allSatisfy(one -> assertThat(one.state()).isEqualTo(DeliveryState.DROPPED));
    });
    assertThat(node.deliveries(withdrawn))
        .extracting(Delivery::reason)
        .anyMatch(reason -> reason.contains("taken back"));
    assertThat(recipient.of("fr")).allMatch(got -> got.isAbout(after));
    assertThat(recipient.of("north")).noneMatch(got -> got.isAbout("report--" + withdrawn));
    assertThat(recipient.of("de")).isEmpty();
  }

  @Test
  void shouldTellThoseWhoAreLeftOutThatTheWiderOneNoLongerHolds() {
    UUID wide = UUID.randomUUID();
    UUID narrow = UUID.randomUUID();
    start(Point.NEVER, NONE);
    node.publish(wide, "west", "For all of the west");
    awaitOnce(wide, "fr", 1);
    awaitOnce(wide, "north", 1);
    node.update(wide, "west", "For all of the west, corrected");
    awaitOnce(wide, "fr", 2);

    node.narrow(wide, narrow, "cert-north", "west");

    awaitOnce(wide, "fr", 3);
    assertThat(recipient.of("fr", wide).getLast().revoked()).isTrue();
    patiently(() ->
        assertThat(recipient.of("north"))
            .anyMatch(got -> got.report().path("id").asString().equals("report--" + narrow)));
    assertThat(recipient.of("fr")).noneMatch(got -> got.isAbout(narrow));
    assertThat(recipient.of("de")).isEmpty();
  }

  @Test
  void shouldComeAgainWhenItFailsAndStopWhereNobodyIs() {
    recipient.behave("fr", failingFirst(answering(500)));
    recipient.behave("north", failingFirst((exchange, number) -> later(exchange)));
    recipient.behave("gone", answering(410));
    recipient.behave("slow", failingFirst((exchange, number) -> hang()));
    recipient.behave("moved", failingFirst(DeliveryIT::redirect));
    for (String name : List.of("gone", "slow", "moved")) {
      node.subscribe("cert-fr", recipient.address(name));
    }
    start(Point.NEVER, NONE);
    UUID warning = UUID.randomUUID();
    node.publish(warning, "west", "Try again");

    patiently(() -> {
      for (String name : List.of("fr", "north", "slow", "moved")) {
        assertThat(recipient.of(name, warning)).as(name).hasSize(2);
        assertThat(recipient.keys(name, warning)).as(name).hasSize(1);
      }
    });
    assertThat(recipient.of("gone", warning)).hasSize(1);
    assertThat(recipient.of("de")).as("where the redirect leads").isEmpty();
    patiently(() ->
        assertThat(node.deliveries(warning))
            .extracting(Delivery::state)
            .containsOnly(DeliveryState.DELIVERED, DeliveryState.DEAD));
    Delivery dead =
        node.deliveries(warning).stream()
            .filter(one -> one.state() == DeliveryState.DEAD)
            .findFirst()
            .orElseThrow();
    assertThat(dead.reason()).contains("410");

    recipient.behave("gone", answering(204));
    node.replay(dead);

    patiently(() -> assertThat(recipient.of("gone", warning)).hasSize(2));
    assertThat(recipient.keys("gone", warning)).containsExactly(dead.id().toString());
    patiently(() ->
        assertThat(node.deliveries(warning))
            .extracting(Delivery::state)
            .containsOnly(DeliveryState.DELIVERED));
  }

  @Test
  void shouldBeDeliveredByTheProgramItself() {
    UUID warning = UUID.randomUUID();
    try (ConfigurableApplicationContext program =
        new SpringApplicationBuilder(TocsinApplication.class)
            .run(
                "--server.port=0",
                "--tocsin.roles=alerts",
                "--tocsin.kafka.bootstrap-servers=" + place.kafka(),
                "--tocsin.kafka.prefix=" + place.prefix(),
                "--tocsin.elasticsearch.url=" + place.elasticsearch(),
                "--tocsin.elasticsearch.prefix=" + place.prefix(),
                "--tocsin.outward.allow=127.0.0.1",
                "--tocsin.mail.from=tocsin@node.example",
                "--tocsin.mail.server=smtp://127.0.0.1:" + mails.getSmtp().getPort())) {
      assertThat(program.isRunning()).isTrue();
      node.publish(warning, "west", "By the program");

      awaitOnce(warning, "fr", 1);
      awaitOnce(warning, "north", 1);
      patiently(() -> assertThat(mailKeys()).hasSize(1));
      patiently(() ->
          assertThat(node.deliveries(warning))
              .hasSize(3)
              .allSatisfy(one -> assertThat(one.state()).isEqualTo(DeliveryState.DELIVERED)));
    }
    assertThat(recipient.of("de")).isEmpty();
  }

  private static HttpRecipient.Behaviour failingFirst(HttpRecipient.Behaviour failing) {
    return (exchange, number) -> (number == 1 ? failing : answering(200)).answer(exchange, number);
  }

  private static void later(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", "35");
    exchange.sendResponseHeaders(429, -1);
  }

  private static void redirect(HttpExchange exchange, int number) throws IOException {
    exchange.getResponseHeaders().set("Location", "/de");
    exchange.sendResponseHeaders(307, -1);
  }

  private static void hang() {
    try {
      TimeUnit.SECONDS.sleep(20); // longer than anybody waits for an answer
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process start(Point point, UUID warning) {
    Process process =
        CourierProcess.start(
            place, mails.getSmtp().getPort(), point, warning, folder.resolve("courier.log"));
    processes.add(process);
    return process;
  }

  private void assertDies(Process process, Point point) throws Exception {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("it dies at %s: %s", point, log())
        .isTrue();
    assertThat(process.exitValue()).as("%s: %s", point, log()).isEqualTo(CourierProcess.DEAD);
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("courier.log"));
  }

  /** So many versions have come, each under one key and always the same. */
  private void awaitOnce(UUID warning, String name, int versions) {
    patiently(() -> {
      List<Got> got = recipient.of(name, "report--" + warning);
      assertThat(got.stream().map(Got::id).distinct().toList()).hasSize(versions);
    });
    List<Got> got = recipient.of(name, "report--" + warning);
    assertThat(got.stream().map(one -> one.id() + one.body()).distinct().toList())
        .as("the same under the same key")
        .hasSize(versions);
    assertThat(got.stream().map(Got::body).distinct().toList())
        .as("each version under one key")
        .hasSize(versions);
  }

  private Set<String> mailKeys() throws MessagingException {
    Set<String> keys = new HashSet<>();
    for (MimeMessage mail : mails.getReceivedMessages()) {
      keys.add(mail.getMessageID());
    }
    return keys;
  }

  private List<String> subjects() throws MessagingException {
    List<String> subjects = new ArrayList<>();
    for (MimeMessage mail : mails.getReceivedMessages()) {
      subjects.add(mail.getSubject());
    }
    return subjects;
  }

  private void assertNoMailFor(String organisation) throws MessagingException {
    for (MimeMessage mail : mails.getReceivedMessages()) {
      assertThat(mail.getAllRecipients()[0].toString()).doesNotContain(organisation);
    }
  }

  private void assertSigned() {
    String secret = SigningSecret.of(CourierProcess.SECRET, node.subscription(french));
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    assertThat(recipient.of("fr"))
        .allSatisfy(got -> assertThat(got.signature()).isEqualTo("v1," + signature(key, got)));
  }

  private static String signature(byte[] key, Got got) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed = got.id() + "." + got.timestamp() + "." + got.body();
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  private void patiently(ThrowingRunnable check) {
    await().atMost(PATIENCE).untilAsserted(check);
  }
}
