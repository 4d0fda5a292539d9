package org.tocsin.store.document;

import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.warning.Warning;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entity as a document: its state whole, and beside it what it can be found by, which each kind
 * says for itself.
 */
public final class EntityDocument {
  private EntityDocument() {}

  /**
   * The document's JSON, on one line.
   *
   * @param made the command the revision comes of
   */
  public static byte[] json(Revision revision, Journaled made) {
    return JsonText.of(json -> {
      json.text("id", revision.entity().id())
          .number("version", revision.version())
          .number("offset", made.offset())
          .time("at", made.at())
          .time("added", made.added())
          .tree("state", revision.state());
      fields(revision, json);
    });
  }

  /** What an entity of its kind can be found by. */
  private static void fields(Revision revision, JsonText json) {
    switch (revision.entity().kind()) {
      case WARNING -> WarningFields.write(revision.as(Warning.class), json);
      case ORGANISATION, SHARING_GROUP, INCIDENT, FEED, SUBSCRIPTION -> {
        // Found by their ids alone.
      }
    }
  }

  /** Reads an entity of that kind. */
  public static Revision read(EntityKind kind, ObjectNode source) {
    return new Revision(
        new EntityRef(kind, source.path("id").asString()),
        source.path("version").asLong(),
        (ObjectNode) source.path("state"));
  }
}
