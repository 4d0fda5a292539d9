package org.tocsin.store.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A decision as a document; its id is the command's. */
public final class DecisionDocument {
  private DecisionDocument() {}

  /** The document's JSON, on one line. */
  public static byte[] json(Decision decision) {
    Journaled made = decision.made();
    Command command = made.command();
    Actor by = command.by();
    RefusedException.Reason refusal = decision.refusal();
    return JsonText.of(json -> {
      json.text("id", command.id().toString())
          .number("offset", made.offset())
          .time("at", made.at())
          .time("added", made.added())
          .text("actor", by.name())
          .texts("roles", by.roles().stream().map(Role::realmName).sorted().toList())
          .text("organisation", by.organisation())
          .text("entity", command.entity().toString())
          .texts("entities", entities(decision))
          .text("action", command.action())
          .text("verdict", decision.verdict().name())
          .text("refusal", refusal == null ? null : refusal.name())
          .text("reason", decision.reason())
          .tree("details", command.details())
          .list("revisions", decision.revisions(), revision -> write(json, revision));
      Long expected = command.expectedVersion();
      if (expected != null) {
        json.number("expected_version", expected);
      }
    });
  }

  /** Reads a document. */
  public static Decision read(ObjectNode source) {
    String refusal = text(source, "refusal");
    return new Decision(
        journaled(source),
        Decision.Verdict.valueOf(source.path("verdict").asString()),
        refusal == null ? null : RefusedException.Reason.valueOf(refusal),
        text(source, "reason"),
        revisions(source.path("revisions")));
  }

  private static Journaled journaled(ObjectNode source) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    source.path("roles").forEach(role -> Role.ofRealmName(role.asString()).ifPresent(roles::add));
    JsonNode expected = source.get("expected_version");
    Command command =
        new Command(
            UUID.fromString(source.path("id").asString()),
            new Actor(source.path("actor").asString(), roles, text(source, "organisation")),
            EntityRef.of(source.path("entity").asString()),
            expected == null ? null : expected.asLong(),
            source.path("action").asString(),
            source.path("details") instanceof ObjectNode details
                ? details
                : EntityJson.MAPPER.createObjectNode());
    return new Journaled(
        source.path("offset").asLong(),
        Instant.parse(source.path("at").asString()),
        Instant.parse(source.path("added").asString()),
        command);
  }

  private static Set<String> entities(Decision decision) {
    Set<String> all = new LinkedHashSet<>();
    all.add(decision.made().command().entity().toString());
    decision.revisions().forEach(revision -> all.add(revision.entity().toString()));
    return all;
  }

  private static void write(JsonText json, Revision revision) {
    json.text("entity", revision.entity().toString())
        .number("version", revision.version())
        .tree("state", revision.state());
  }

  private static List<Revision> revisions(JsonNode list) {
    List<Revision> revisions = new ArrayList<>(list.size());
    for (JsonNode each : list) {
      revisions.add(
          new Revision(
              EntityRef.of(each.path("entity").asString()),
              each.path("version").asLong(),
              (ObjectNode) each.path("state")));
    }
    return revisions;
  }

  private static @Nullable String text(ObjectNode source, String name) {
    JsonNode value = source.get(name);
    return value == null ? null : value.asString();
  }
}
