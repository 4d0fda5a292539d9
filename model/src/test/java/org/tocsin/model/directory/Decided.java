package org.tocsin.model.directory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** A directory that follows its commands. */
final class Decided {
  static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN), null);

  private final Court court = new Court(List.of(new OrganisationRules(), new SharingGroupRules()));
  private final Map<EntityRef, Revision> now = new HashMap<>();

  static Actor focalPointOf(String organisation) {
    return new Actor("focal", Set.of(Role.FOCAL_POINT), organisation);
  }

  Decision decide(Actor by, EntityRef ref, String action, String json) {
    ObjectNode details = (ObjectNode) EntityJson.MAPPER.readTree(json);
    Command command = new Command(UUID.randomUUID(), by, ref, null, action, details);
    Set<EntityRef> seen = court.looksAt(command);
    Decision decision =
        court.decide(
            new Journaled(1, Instant.EPOCH, Instant.EPOCH, command),
            asked -> seen.contains(asked) ? Optional.ofNullable(now.get(asked)) : Optional.empty());
    decision.revisions().forEach(revision -> now.put(revision.entity(), revision));
    return decision;
  }

  Decision organisation(String id, String json) {
    return decide(ADMIN, Organisation.ref(id), "put", json);
  }
}
