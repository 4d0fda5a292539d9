package org.tocsin.model.warning;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.tocsin.model.sharing.Role;
import tools.jackson.databind.node.ObjectNode;

/** A journal of warnings in memory, with a small directory. */
final class DecidedWarnings {
  static final Actor ANALYST = new Actor("analyst", Set.of(Role.ANALYST), null);
  static final Actor LEAD = new Actor("lead", Set.of(Role.LEAD), null);
  static final Actor OTHER_LEAD = new Actor("other-lead", Set.of(Role.LEAD), null);
  static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN), null);
  static final Actor FRANCE = new Actor("focal-fr", Set.of(Role.FOCAL_POINT), "cert-fr");
  static final UUID ID = UUID.fromString("7c3bd3c1-5e0c-4d8a-a0f4-000000000001");
  static final UUID INTO = UUID.fromString("7c3bd3c1-5e0c-4d8a-a0f4-000000000002");
  private static final Instant BEGIN = Instant.parse("2026-11-27T08:00:00Z");

  private final Court court =
      new Court(List.of(new OrganisationRules(), new SharingGroupRules(), new WarningRules()));
  private final Map<EntityRef, Revision> now = new HashMap<>();
  private int offset = 122;

  DecidedWarnings() {
    for (String country : new String[] {"fr", "de", "es"}) {
      organisation("cert-" + country, "focal-" + country);
    }
    decide(
        ADMIN,
        SharingGroup.ref("west"),
        "put",
        "{\"name\": \"West\", \"owner\": \"cert-fr\", \"members\": [\"cert-fr\", \"cert-es\"]}");
    offset = 122;
  }

  private void organisation(String id, String person) {
    decide(
        ADMIN,
        Organisation.ref(id),
        "put",
        "{\"name\": \"%s\", \"kind\": \"focal-point\", \"identities\": [\"%s\"]}"
            .formatted(id, person));
  }

  /** The details that describe a warning at that level, addressed to those. */
  static String content(String title, String tlp, String audience) {
    return """
    {"title": "%s", "summary": "Mail that asks for passwords.", "severity": "high",
     "type": "phishing", "tlp": "%s", "audience": %s,
     "advice": {"citizens": "Do not answer.", "businesses": "Block the domain."},
     "products": ["cpe:2.3:a:example:mail:1.0:*:*:*:*:*:*:*"], "cves": ["cve-2026-12345"],
     "observables": [{"type": "domain", "value": "Login.Example"},
                     {"type": "ipv4-addr", "value": "192.0.2.0/24"},
                     {"type": "url", "value": "https://login.example/o'neil?a=b\\\\c"},
                     {"type": "file", "hashes": {"SHA-256": "%s"}}],
     "references": ["https://cert.example/advisory"], "incidents":
     ["7c3bd3c1-5e0c-4d8a-a0f4-0000000000ff"]}
    """
        .formatted(title, tlp, audience, "AB".repeat(32));
  }

  static String content(String title) {
    return content(title, "GREEN", "{}");
  }

  static final String WEST = "{\"groups\": [\"west\"]}";

  Decision decide(Actor by, String action, String json) {
    return decide(by, Warning.ref(ID), action, json);
  }

  Decision decide(Actor by, EntityRef ref, String action, String json) {
    Command command =
        new Command(
            new UUID(1, ++offset),
            by,
            ref,
            null,
            action,
            (ObjectNode) EntityJson.MAPPER.readTree(json));
    Instant at = BEGIN.plusSeconds(offset);
    Decision decision =
        court.decide(
            new Journaled(offset, at, at.plusNanos(1_000), command),
            seen ->
                court.looksAt(command).contains(seen)
                    ? Optional.ofNullable(now.get(seen))
                    : Optional.empty());
    decision.revisions().forEach(revision -> now.put(revision.entity(), revision));
    return decision;
  }

  /** The same, which has to be carried out. */
  Decision done(Actor by, String action, String json) {
    Decision decision = decide(by, action, json);
    assertThat(decision.reason()).as("%s by %s", action, by.name()).isNull();
    return decision;
  }

  Decision approve(Actor by) {
    WorkingCopy working = warning().working();
    String hash = working == null ? "none" : working.content().hash();
    return decide(by, "approve", "{\"hash\": \"" + hash + "\"}");
  }

  /** A published warning, written by the analyst and approved by the lead. */
  DecidedWarnings published(String content) {
    done(ANALYST, "create", content);
    return released();
  }

  /** Submits, approves and publishes what was written by the analyst. */
  DecidedWarnings released() {
    done(ANALYST, "submit", "{}");
    assertThat(approve(LEAD).reason()).isNull();
    done(LEAD, "publish", "{}");
    return this;
  }

  Warning warning() {
    return warning(ID);
  }

  Warning warning(UUID id) {
    return now.get(Warning.ref(id)).as(Warning.class);
  }
}
