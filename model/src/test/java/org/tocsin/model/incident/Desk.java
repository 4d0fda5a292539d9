package org.tocsin.model.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ObjectNode;

/** Incidents that follow their commands; rules see nothing they did not ask for. */
final class Desk {
  static final Actor ANALYST = new Actor("alma", Set.of(Role.ANALYST), null);
  static final Actor FOCAL = new Actor("focal-fr", Set.of(Role.FOCAL_POINT), "cert-fr");
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  final Map<EntityRef, Revision> now = new HashMap<>();
  private final Court court =
      new Court(List.of(new IncidentRules(), new OrganisationRules(), new SharingGroupRules()));
  private long offset = 4_210;

  Decision give(Command command) {
    Set<EntityRef> seen = court.looksAt(command);
    offset++;
    Decision decision =
        court.decide(
            new Journaled(offset, NOON, NOON, command),
            asked -> {
              assertThat(seen).contains(asked);
              return Optional.ofNullable(now.get(asked));
            });
    decision.revisions().forEach(revision -> now.put(revision.entity(), revision));
    return decision;
  }

  Decision give(Actor by, EntityRef entity, String action, String json) {
    ObjectNode details = (ObjectNode) EntityJson.MAPPER.readTree(json);
    return give(new Command(UUID.randomUUID(), by, entity, null, action, details));
  }

  /** An analyst does something; the details in single quotes. */
  Decision act(UUID incident, String action, String details) {
    return give(ANALYST, Incident.ref(incident), action, details.replace('\'', '"'));
  }

  /** The same, which must be carried out. */
  Incident done(UUID incident, String action, String details) {
    Decision decision = act(incident, action, details);
    assertThat(decision.reason()).isNull();
    return incident(incident);
  }

  Incident incident(UUID id) {
    return now.get(Incident.ref(id)).as(Incident.class);
  }

  long version(UUID id) {
    return now.get(Incident.ref(id)).version();
  }

  /** One made by hand. */
  UUID made() {
    UUID id = UUID.randomUUID();
    done(id, "create", "{'title': 'Strange mails', 'type': 'phishing'}");
    return id;
  }

  /** One of observations, of the day of that number. */
  UUID opened(int day) {
    Episode episode =
        new Episode(
            day(day),
            Rsit.C2_SERVER,
            null,
            new Network(64496L, null, null, "FR"),
            NOON.plus(Duration.ofDays(day)),
            NOON.plus(Duration.ofDays(day + 1L)),
            day(day - 1));
    assertThat(give(new Opening(episode, Tlp.GREEN).command()).reason()).isNull();
    return episode.id();
  }

  /** One in that state. */
  UUID standing(IncidentState state) {
    UUID id = made();
    switch (state) {
      case NEW -> {}
      case ACKNOWLEDGED -> done(id, "acknowledge", "{}");
      case INVESTIGATING -> done(id, "investigate", "{}");
      case WAITING -> done(id, "wait", "{}");
      case RESOLVED -> done(id, "resolve", "{}");
      case CLOSED -> done(id, "close", "{}");
      case DISMISSED -> done(id, "dismiss", "{'reason': 'a test'}");
      case MERGED -> done(made(), "merge", "{'incidents': ['%s']}".formatted(id));
    }
    assertThat(incident(id).state()).isEqualTo(state);
    return id;
  }

  void directory() {
    Actor admin = new Actor("admin", Set.of(Role.ADMIN), null);
    String kind = "\"kind\": \"focal-point\"";
    give(admin, Organisation.ref("cert-fr"), "put", "{\"name\": \"FR\", " + kind + "}");
    give(admin, Organisation.ref("cert-de"), "put", "{\"name\": \"DE\", " + kind + "}");
    give(
        admin,
        SharingGroup.ref("west"),
        "put",
        "{\"name\": \"West\", \"owner\": \"cert-fr\", \"members\": [\"cert-fr\"]}");
  }

  private static UUID day(int day) {
    return new UUID(0x7000L, 0x8000_0000_0000_0000L + day);
  }
}
