package org.tocsin.web.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.web.incident.Happening.Decided;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a reader of decisions about an incident they may see. The team, which may read the journal,
 * hears everything. Others hear where it stands by now, without names and words; what they said
 * themselves; and what was said to them.
 */
final class Telling {
  private static final String TO = "to";
  private static final Set<String> WORDS = Set.of("text", "reason");

  /** Where the bytes of a file are is nothing to anybody but the program. */
  private static final String PLACE = "kept";

  /** Their names tell how an incident stands, and nothing of how the team works. */
  private static final Set<String> OUTSIDE =
      Set.of(
          Opening.ACTION,
          IncidentAction.CREATE.key(),
          IncidentAction.ACKNOWLEDGE.key(),
          IncidentAction.INVESTIGATE.key(),
          IncidentAction.WAIT.key(),
          IncidentAction.CLASSIFY.key(),
          IncidentAction.SET_SEVERITY.key(),
          IncidentAction.ADD_OBSERVABLE.key(),
          IncidentAction.RESOLVE.key(),
          IncidentAction.DISMISS.key(),
          IncidentAction.CLOSE.key(),
          IncidentAction.REOPEN.key());

  private static final Set<String> SAID =
      Set.of(IncidentAction.MESSAGE.key(), IncidentAction.ATTACH.key());

  private static final Set<String> OUTSIDE_DETAILS = Set.of("type", "severity");

  private Telling() {}

  /** What the reader hears of it; empty where that is nothing. */
  static Optional<Decided> of(Decision decision, EntityRef incident, Reader reader) {
    if (decision.verdict() != Verdict.APPLIED) {
      return Optional.empty();
    }
    Command command = decision.made().command();
    boolean whole = SharingPolicy.journal(reader) || isTheirs(command, reader);
    return whole || OUTSIDE.contains(command.action())
        ? Optional.of(told(decision, incident, whole))
        : Optional.empty();
  }

  private static boolean isTheirs(Command command, Reader reader) {
    return command.by().name().equals(reader.name()) || isAddressedTo(command, reader);
  }

  /** Messages and files are for whom they name. */
  private static boolean isAddressedTo(Command command, Reader reader) {
    String to = command.details().path(TO).asString("");
    return SAID.contains(command.action())
        && (to.equals(reader.name()) || to.equals(reader.organisation()));
  }

  private static Decided told(Decision decision, EntityRef incident, boolean whole) {
    Command command = decision.made().command();
    boolean same = command.entity().equals(incident);
    return new Decided(
        decision.made().at(),
        decision.made().offset(),
        command.id(),
        command.action(),
        whole ? command.by().name() : null,
        whole ? command.by().organisation() : null,
        whole ? words(command) : null,
        details(command, whole && same),
        same || !whole ? null : UUID.fromString(command.entity().id()),
        version(decision, incident));
  }

  private static @Nullable String words(Command command) {
    return WORDS.stream()
        .map(name -> command.details().path(name).asString(""))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static ObjectNode details(Command command, boolean whole) {
    ObjectNode details = EntityJson.MAPPER.createObjectNode();
    for (var detail : command.details().properties()) {
      JsonNode value = detail.getValue();
      if (whole ? isDetail(detail.getKey()) : isOutside(detail.getKey(), value)) {
        details.set(detail.getKey(), value);
      }
    }
    return details;
  }

  private static boolean isDetail(String name) {
    return !WORDS.contains(name) && !name.equals(PLACE);
  }

  private static boolean isOutside(String name, JsonNode value) {
    return OUTSIDE_DETAILS.contains(name) && value.isString();
  }

  /** The version of the incident after a decision; 0 where it did not change it. */
  static long version(Decision decision, EntityRef incident) {
    List<Revision> revisions = decision.revisions();
    return revisions.stream()
        .filter(revision -> revision.entity().equals(incident))
        .mapToLong(Revision::version)
        .findFirst()
        .orElse(0);
  }
}
