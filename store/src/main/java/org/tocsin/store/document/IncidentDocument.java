package org.tocsin.store.document;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentFacts;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Audience;
import org.tocsin.store.StoredIncident;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An incident as a document: what was decided about it, what is observed of it, and beside that
 * what it is found by, which follows from both.
 *
 * @param revision what was decided, and how often
 * @param offset the place in the journal of the last decision
 * @param at when that was appended
 * @param changed when that became visible
 * @param opened when the incident became visible
 * @param incident the same as the revision's state
 * @param facts what is observed of it
 */
public record IncidentDocument(
    Revision revision,
    long offset,
    Instant at,
    Instant changed,
    Instant opened,
    Incident incident,
    IncidentFacts facts) {

  /**
   * After a decision.
   *
   * @param opened when the incident became visible
   * @param facts what is observed of it, as far as that is known
   */
  public static IncidentDocument of(
      Revision revision, Journaled made, Instant opened, IncidentFacts facts) {
    return new IncidentDocument(
        revision,
        made.offset(),
        made.at(),
        made.added(),
        opened,
        revision.as(Incident.class),
        facts);
  }

  /** The same with those facts. */
  public IncidentDocument with(IncidentFacts observed) {
    return new IncidentDocument(revision, offset, at, changed, opened, incident, observed);
  }

  /** The document's JSON, on one line. */
  public byte[] json() {
    return JsonText.of(json -> {
      json.text("id", revision.entity().id())
          .number("version", revision.version())
          .number("offset", offset)
          .time("at", at)
          .time("added", changed)
          .time("opened", opened)
          .tree("state", revision.state())
          .tree("facts", EntityJson.tree(facts));
      writeStanding(json);
      writeMarked(json);
    });
  }

  private void writeStanding(JsonText json) {
    @Nullable UUID mergedInto = incident.mergedInto();
    json.text("number", incident.number())
        .text("title", incident.title())
        .text("queue", incident.queue())
        .text("stands", incident.state().key())
        .text("assignee", incident.assignee())
        .text("severity", incident.severity().key())
        .truth("escalated", incident.escalated())
        .text("type", incident.type().type())
        .text("classification", incident.type().classification())
        .text("merged_into", mergedInto == null ? null : mergedInto.toString())
        .texts("included", incident.included().stream().map(UUID::toString).sorted().toList());
  }

  private void writeMarked(JsonText json) {
    Audience audience = incident.audience();
    json.text("tlp", stored().tlp().name())
        .text("submitter", incident.reporter())
        .texts("organisations", sorted(audience.organisations()))
        .texts("groups", sorted(audience.groups()))
        .texts("persons", sorted(audience.persons()));
    Facets.of(incident.network().concerned()).writeConcerned(json);
  }

  private static Collection<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }

  /** Reads a document. */
  public static IncidentDocument read(ObjectNode source) {
    Revision revision =
        new Revision(
            Incident.ref(UUID.fromString(source.path("id").asString())),
            source.path("version").asLong(),
            source.path("state").asObject());
    JsonNode facts = source.path("facts");
    return new IncidentDocument(
        revision,
        source.path("offset").asLong(),
        Instant.parse(source.path("at").asString()),
        Instant.parse(source.path("added").asString()),
        Instant.parse(source.path("opened").asString()),
        revision.as(Incident.class),
        facts.isObject() ? EntityJson.read(facts, IncidentFacts.class) : IncidentFacts.NOTHING);
  }

  /** As readers of the store get it. */
  public StoredIncident stored() {
    return new StoredIncident(incident, revision.version(), opened, changed, facts);
  }

  /** Its name. */
  public EntityRef ref() {
    return revision.entity();
  }
}
