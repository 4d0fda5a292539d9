package org.tocsin.store.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.release.Release;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One version of what was released of an entity, as a document.
 *
 * @param id follows from what it is: the object's id and its version
 * @param entity of which entity
 * @param number the how manieth that was released of the object, from 1 on
 * @param offset the record of the journal that cut it
 * @param added when it becomes visible
 * @param marked what the sharing policy looks at
 * @param objects the object first, then what is released with it
 */
public record ReleaseDocument(
    UUID id,
    EntityRef entity,
    int number,
    long offset,
    Instant added,
    Marked marked,
    List<StixObject> objects) {
  private static final String CREATED = "created";
  private static final String MODIFIED = "modified";

  public ReleaseDocument {
    objects = List.copyOf(objects);
  }

  /**
   * What that record of the journal releases.
   *
   * @param before what was released last of the same object, null where nothing was
   */
  public static ReleaseDocument of(
      @Nullable ReleaseDocument before, EntityRef entity, Journaled made, Release release) {
    List<StixObject> objects =
        before == null ? release.objects() : createdAs(before.objects(), release.objects());
    return new ReleaseDocument(
        release.versionId(),
        entity,
        before == null ? 1 : before.number() + 1,
        made.offset(),
        made.added(),
        MarkedFields.complete(release.marked()),
        objects);
  }

  /** STIX 2.1 section 3.6: {@code created} stays for ever. */
  private static List<StixObject> createdAs(List<StixObject> before, List<StixObject> now) {
    Map<String, String> created = new HashMap<>();
    before.forEach(object -> object.text(CREATED).ifPresent(at -> created.put(object.id(), at)));
    List<StixObject> objects = new ArrayList<>();
    for (StixObject object : now) {
      String at = object.text(CREATED).isEmpty() ? null : created.get(object.id());
      objects.add(at == null ? object : new StixObject(object.json().deepCopy().put(CREATED, at)));
    }
    return objects;
  }

  /** Whether nobody could tell it from that one but by its time. */
  public boolean saysTheSameAs(ReleaseDocument other) {
    return marked.equals(other.marked) && timeless().equals(other.timeless());
  }

  private List<String> timeless() {
    return objects.stream()
        .map(object -> object.json().deepCopy().without(MODIFIED).toString())
        .toList();
  }

  /** The document's JSON, on one line. */
  public byte[] json() {
    StixObject object = objects.getFirst();
    return JsonText.of(json -> {
      json.text("id", id.toString())
          .text("kind", entity.kind().key())
          .text("entity", entity.id())
          .number("number", number)
          .number("offset", offset)
          .time("added", added);
      MarkedFields.write(json, marked);
      json.text("stix_id", object.id())
          .text("type", object.type())
          .truth("revoked", object.revoked())
          .texts(ScoIds.FIELD, ScoIds.of(objects))
          .objects("stix", objects);
      object.modified().ifPresent(modified -> json.time(MODIFIED, modified));
    });
  }

  /** Reads a document. */
  public static ReleaseDocument read(ObjectNode source) {
    List<StixObject> objects = new ArrayList<>();
    for (JsonNode object : source.path("stix")) {
      objects.add(new StixObject(object.asObject()));
    }
    return new ReleaseDocument(
        UUID.fromString(source.path("id").asString()),
        EntityRef.of(source.path("kind").asString() + "/" + source.path("entity").asString()),
        source.path("number").asInt(),
        source.path("offset").asLong(),
        Instant.parse(source.path("added").asString()),
        MarkedFields.read(source),
        objects);
  }

  /** The name of the object. */
  public String stixId() {
    return objects.getFirst().id();
  }
}
