package org.tocsin.web.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.web.directory.Seen;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All of a sharing group as a person writes it down. A missing field is blank.
 *
 * @param commandId made with the form, so that sending it twice changes nothing twice
 * @param version the version the form was made of, 0 for a new group
 * @param members ids of organisations, one a line
 */
record SharingGroupForm(
    @Nullable String id,
    @Nullable String commandId,
    @Nullable Long version,
    @Nullable String name,
    @Nullable String description,
    @Nullable String owner,
    @Nullable String members) {

  /** For a new group. */
  static SharingGroupForm blank() {
    return new SharingGroupForm(null, UUID.randomUUID().toString(), 0L, null, null, null, null);
  }

  /** For a known one. */
  static SharingGroupForm of(Seen<SharingGroup> seen) {
    SharingGroup group = seen.entity();
    return new SharingGroupForm(
        group.id(),
        UUID.randomUUID().toString(),
        seen.version(),
        group.name(),
        group.description(),
        group.owner(),
        String.join("\n", group.members()));
  }

  /** What a command says of it. */
  ObjectNode details() {
    ObjectNode details = EntityJson.MAPPER.createObjectNode();
    details.put("name", name).put("description", description).put("owner", owner);
    ArrayNode all = details.putArray("members");
    OrganisationForm.lines(members).forEach(all::add);
    return details;
  }
}
