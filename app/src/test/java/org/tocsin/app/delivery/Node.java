package org.tocsin.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryEvent.Replayed;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.OrganisationRules;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.directory.SharingGroupRules;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Court;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionRules;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningRules;
import org.tocsin.store.DeliveryQuery;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.store.KeptDelivery;
import org.tocsin.stream.DeliveryLog.Posting;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.delivery.KafkaDeliveryLog;
import org.tocsin.stream.journal.JournalConsumer;
import org.tocsin.stream.journal.KafkaJournal;
import org.tocsin.stream.journal.NodeJournal;
import org.tocsin.stream.topics.TopicDeclaration;
import org.tocsin.triage.projection.Projector;
import tools.jackson.databind.node.ObjectNode;

/** A node without a courier: people give commands, and the projector carries them out. */
final class Node implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN), null);
  private static final Actor ANALYST = new Actor("analyst", Set.of(Role.ANALYST), null);
  private static final Actor LEAD = new Actor("lead", Set.of(Role.LEAD), null);

  final StreamConnection connection;
  final ElasticsearchStore store;
  private final KafkaJournal journal;
  private final JournalConsumer projector;

  Node(Place place) {
    connection = place.connect();
    store = place.store();
    new TopicDeclaration(connection).declare();
    new NodeJournal(connection).namespace();
    store.keepUp();
    journal = new KafkaJournal(connection);
    Court court =
        new Court(
            List.of(
                new OrganisationRules(),
                new SharingGroupRules(),
                new WarningRules(),
                new SubscriptionRules()));
    projector = new JournalConsumer(connection, new Projector(court, store.decisionWriter()));
    projector.start();
  }

  /** Organisations, each with one who speaks for it, and who shares with whom. */
  void directory() {
    for (String id : List.of("cert-fr", "cert-de", "cert-north")) {
      done(
          ADMIN,
          Organisation.ref(id),
          "put",
          "{\"name\": \"%s\", \"kind\": \"focal-point\", \"assets\": [\"%s.example\"]}"
              .formatted(id, id));
    }
    group("west", "cert-fr", "cert-north");
    group("north", "cert-north");
  }

  private void group(String id, String... members) {
    done(
        ADMIN,
        SharingGroup.ref(id),
        "put",
        "{\"name\": \"Group %s\", \"owner\": \"cert-de\", \"members\": [\"%s\"]}"
            .formatted(id, String.join("\", \"", members)));
  }

  /** What somebody of an organisation has sent to that address. */
  UUID subscribe(String organisation, URI address) {
    return subscribe(organisation, "webhook", address.toString());
  }

  /** What somebody of an organisation has mailed to that address of its domain. */
  UUID mail(String organisation, String address) {
    return subscribe(organisation, "mail", address);
  }

  private UUID subscribe(String organisation, String kind, String address) {
    UUID id = UUID.randomUUID();
    done(
        new Actor("focal of " + organisation, Set.of(Role.FOCAL_POINT), organisation),
        Subscription.ref(id),
        "put",
        """
        {"name": "all", "filter": {"about": ["warnings"]},
         "channel": {"kind": "%s", "address": "%s", "attachments": true}}
        """
            .formatted(kind, address));
    return id;
  }

  Subscription subscription(UUID id) {
    EntityRef ref = Subscription.ref(id);
    return store.decisions().now(List.of(ref)).get(ref).as(Subscription.class);
  }

  /** A warning for a sharing group, published. */
  void publish(UUID id, String group, String title) {
    done(ANALYST, Warning.ref(id), "create", content(group, title));
    release(id);
  }

  /** Its next version, published. */
  void update(UUID id, String group, String title) {
    done(ANALYST, Warning.ref(id), "update", content(group, title));
    release(id);
  }

  private void release(UUID id) {
    EntityRef ref = Warning.ref(id);
    done(ANALYST, ref, "submit", "{}");
    Warning warning = store.decisions().now(List.of(ref)).get(ref).as(Warning.class);
    String hash = warning.working().content().hash();
    done(LEAD, ref, "approve", "{\"hash\": \"" + hash + "\"}");
    done(LEAD, ref, "publish", "{}");
  }

  void withdraw(UUID id) {
    done(LEAD, Warning.ref(id), "withdraw", "{\"reason\": \"It was wrong.\"}");
  }

  void narrow(UUID id, UUID into, String organisation, String within) {
    done(
        LEAD,
        Warning.ref(id),
        "narrow",
        "{\"into\": \"%s\", \"audience\": {\"organisations\": [\"%s\"]}, \"within\": [\"%s\"]}"
            .formatted(into, organisation, within));
  }

  private static String content(String group, String title) {
    return """
    {"title": "%s", "summary": "Mail that asks for passwords.", "severity": "high",
     "type": "phishing", "tlp": "AMBER", "audience": {"groups": ["%s"]},
     "advice": {"citizens": "Do not answer."}, "cves": ["CVE-2026-12345"],
     "observables": [{"type": "domain", "value": "login.example"}]}
    """
        .formatted(title, group);
  }

  private void done(Actor by, EntityRef ref, String action, String json) {
    Command command =
        new Command(
            UUID.randomUUID(),
            by,
            ref,
            null,
            action,
            (ObjectNode) EntityJson.MAPPER.readTree(json));
    journal.append(command);
    Decision decision =
        await()
            .atMost(PATIENCE)
            .until(() -> store.decisions().of(command.id()), Optional::isPresent)
            .orElseThrow();
    assertThat(decision.verdict())
        .as("%s %s: %s", action, ref, decision.reason())
        .isEqualTo(Decision.Verdict.APPLIED);
  }

  /** What the ledger says of a warning, as far as it was read. */
  List<Delivery> deliveries(UUID warning) {
    return store.deliveries().all(DeliveryQuery.of(warning)).stream()
        .map(KeptDelivery::delivery)
        .toList();
  }

  void replay(Delivery delivery) {
    new KafkaDeliveryLog(connection)
        .append(
            new Posting(
                delivery.item().subscription(),
                new Replayed(delivery.id(), java.time.Instant.now(), "analyst")));
  }

  @Override
  public void close() {
    projector.close();
    connection.close();
    store.close();
  }
}
