package org.tocsin.app.correlation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentRules;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Rules;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules of incidents, and beside them, as long as they know nothing of it, the plainest that
 * end one, merge some, take one out again and split some observations off.
 */
final class StandInRules implements Rules {
  private final IncidentRules real = new IncidentRules();

  @Override
  public EntityKind kind() {
    return EntityKind.INCIDENT;
  }

  @Override
  public Set<EntityRef> looksAt(Command command) {
    Set<EntityRef> refs = new HashSet<>(real.looksAt(command));
    ObjectNode details = command.details();
    details.path("incidents").forEach(id -> refs.add(ref(id.asString())));
    if (details.has("incident")) {
      refs.add(ref(details.path("incident").asString()));
    }
    return refs;
  }

  @Override
  public List<Entity> decide(Journaled made, Before before) {
    try {
      return real.decide(made, before);
    } catch (RefusedException e) {
      if (!String.valueOf(e.getMessage()).startsWith("action: not one of an incident")) {
        throw e;
      }
      return standIn(made.command(), before);
    }
  }

  private static List<Entity> standIn(Command command, Before before) {
    Incident incident = incident(before, command.entity());
    ObjectNode details = command.details();
    return switch (command.action()) {
      case "resolve" -> List.of(changed(incident, json -> json.put("state", "RESOLVED")));
      case "merge" -> {
        List<Entity> all = new ArrayList<>();
        List<String> ids =
            details.path("incidents").valueStream().map(id -> id.asString()).toList();
        all.add(
            changed(incident, json -> ids.forEach(id -> ((ArrayNode) json.get("merged")).add(id))));
        ids.forEach(id ->
            all.add(
                changed(
                    incident(before, ref(id)),
                    json ->
                        json.put("state", "MERGED").put("mergedInto", incident.id().toString()))));
        yield all;
      }
      case "unmerge" -> {
        Incident part = incident(before, ref(details.path("incident").asString()));
        yield List.of(
            changed(incident, json -> json.putArray("merged")),
            changed(part, json -> json.put("state", "ACKNOWLEDGED").remove("mergedInto")));
      }
      case "split" -> {
        UUID into = UUID.fromString(details.path("into").asString());
        yield List.of(
            changed(incident, json -> json.set("excluded", details.get("observations"))),
            changed(
                incident,
                json -> {
                  json.put("id", into.toString()).put("state", "ACKNOWLEDGED").remove("episode");
                  json.set("included", details.get("observations"));
                }));
      }
      default -> throw RefusedException.invalid("action");
    };
  }

  private static Incident changed(Incident incident, Consumer<ObjectNode> change) {
    ObjectNode json = EntityJson.tree(incident);
    change.accept(json);
    return EntityJson.read(json, Incident.class);
  }

  private static Incident incident(Before before, EntityRef ref) {
    return before
        .find(ref, Incident.class)
        .orElseThrow(() -> RefusedException.notFound("no such incident"));
  }

  private static EntityRef ref(String id) {
    return Incident.ref(UUID.fromString(id));
  }
}
