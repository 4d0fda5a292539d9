package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.context.annotation.Bean;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentRules;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Rules;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.Decisions;
import org.tocsin.stream.Journal;
import tools.jackson.databind.node.ObjectNode;

/** Gives commands to a running node by its journal, and waits until they are carried out. */
record Deciding(Program program) {
  private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN), null);

  /** The directory the identities of the tests are in: two in one group, two outside. */
  void directory() {
    organisation("cert-fr", "focal-point", "\"AS64496\", \"FR\"");
    organisation("cert-de", "focal-point", "\"AS64497\", \"DE\"");
    organisation("cert-north", "peer", "");
    organisation("energy-demo", "constituent", "");
    group("west", "cert-fr", "cert-north");
  }

  /** A sharing group that cert-de owns, whether it is a member or not. */
  void group(String id, String... members) {
    put(
        SharingGroup.ref(id),
        """
        {"name": "Group %s", "owner": "cert-de", "members": ["%s"]}
        """
            .formatted(id, String.join("\", \"", members)));
  }

  private void organisation(String id, String kind, String assets) {
    put(
        Organisation.ref(id),
        """
        {"name": "%s", "kind": "%s", "assets": [%s]}
        """
            .formatted(id, kind, assets));
  }

  private void put(EntityRef entity, String json) {
    carryOut(new Command(UUID.randomUUID(), ADMIN, entity, null, "put", details(json)));
  }

  /** Opens an incident of an autonomous system, and gives the id it has in STIX. */
  String incident(Tlp tlp, long asn) {
    UUID id = UUID.randomUUID();
    Command command = opening(id, tlp, asn);
    carryOut(command);
    return "incident--" + id;
  }

  /** The same, without waiting. */
  String openIncident(Tlp tlp, long asn) {
    UUID id = UUID.randomUUID();
    program.bean(Journal.class).append(opening(id, tlp, asn));
    return "incident--" + id;
  }

  private static Command opening(UUID id, Tlp tlp, long asn) {
    Instant from = Instant.parse("2026-11-20T00:00:00Z");
    Episode episode =
        new Episode(
            id,
            Rsit.C2_SERVER,
            null,
            new Network(asn, null, null, null),
            from,
            from.plus(Duration.ofDays(1)),
            UUID.randomUUID());
    return new Opening(episode, tlp).command();
  }

  /** Makes an incident known to a sharing group. */
  void notify(String incident, String group) {
    UUID id = UUID.fromString(incident.substring("incident--".length()));
    carryOut(
        new Command(
            UUID.randomUUID(),
            new Actor("lead", Set.of(Role.LEAD), null),
            Incident.ref(id),
            null,
            "notify",
            details("{\"groups\": [\"%s\"]}".formatted(group))));
  }

  private void carryOut(Command command) {
    program.bean(Journal.class).append(command);
    Decision decision =
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> program.bean(Decisions.class).of(command.id()), Optional::isPresent)
            .orElseThrow();
    assertThat(decision.verdict()).as(decision.reason()).isEqualTo(Decision.Verdict.APPLIED);
  }

  private static ObjectNode details(String json) {
    return (ObjectNode) EntityJson.MAPPER.readTree(json);
  }

  /** Opens incidents as ever, and makes them known to sharing groups. */
  static class Addressing {
    @Bean
    Rules incidentRules() {
      return new AddressingRules();
    }
  }

  private static final class AddressingRules implements Rules {
    private final Rules usual = new IncidentRules();

    @Override
    public EntityKind kind() {
      return usual.kind();
    }

    @Override
    public Set<EntityRef> looksAt(Command command) {
      return usual.looksAt(command);
    }

    @Override
    public List<Entity> decide(Journaled made, Before before) {
      Command command = made.command();
      if (!command.action().equals("notify")) {
        return usual.decide(made, before);
      }
      Incident incident = before.find(command.entity(), Incident.class).orElseThrow();
      Set<String> groups = new HashSet<>(incident.audience().groups());
      command.details().path("groups").forEach(group -> groups.add(group.asString()));
      ObjectNode changed = EntityJson.tree(incident);
      changed.set("audience", EntityJson.tree(new Audience(Set.of(), groups, Set.of())));
      return List.of(EntityJson.read(changed, Incident.class));
    }
  }
}
