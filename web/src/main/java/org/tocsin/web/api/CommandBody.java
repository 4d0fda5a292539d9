package org.tocsin.web.api;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.StixTime;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command of the journal and what became of it.
 *
 * @param commandId the id whoever gave it chose
 * @param offset its place in the journal
 * @param at when it was journalled
 * @param added when what came of it became visible, microseconds
 * @param actor who gave it
 * @param roles their roles at the time
 * @param organisation the organisation they spoke for, null for the node itself
 * @param entity what it is about, kind and id with a slash between
 * @param action what was to be done
 * @param expectedVersion the version that was looked at, null where that did not matter
 * @param details what the action was told
 * @param verdict {@code applied}, {@code conflict} or {@code refused}
 * @param reason why it was not carried out, null where it was
 * @param changed the entities it changed, with their versions after it
 */
record CommandBody(
    UUID commandId,
    long offset,
    String at,
    String added,
    String actor,
    List<String> roles,
    @Nullable String organisation,
    String entity,
    String action,
    @Nullable Long expectedVersion,
    ObjectNode details,
    String verdict,
    @Nullable String reason,
    List<Changed> changed) {

  /** An entity and its version. */
  record Changed(String entity, long version) {
    static Changed of(Revision revision) {
      return new Changed(revision.entity().toString(), revision.version());
    }
  }

  static CommandBody of(Decision decision) {
    Command command = decision.made().command();
    return new CommandBody(
        command.id(),
        decision.made().offset(),
        StixTime.micros(decision.made().at()),
        StixTime.micros(decision.made().added()),
        command.by().name(),
        command.by().roles().stream().map(Role::realmName).sorted().toList(),
        command.by().organisation(),
        command.entity().toString(),
        command.action(),
        command.expectedVersion(),
        command.details(),
        decision.verdict().name().toLowerCase(Locale.ROOT),
        decision.reason(),
        decision.revisions().stream().map(Changed::of).toList());
  }
}
