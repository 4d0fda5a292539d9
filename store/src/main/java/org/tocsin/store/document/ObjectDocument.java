package org.tocsin.store.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Slot;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.StoredObject;
import tools.jackson.databind.node.ObjectNode;

/**
 * One version of an object as a document. The object stays as it arrived; a duplicate that tightens
 * its level changes only the header, because only its creator may make a new version of it (STIX
 * 2.1 section 3.6.1).
 *
 * @param header where it entered first
 * @param versionId id and version
 * @param contentHash tells a repetition from another object under the same id and version
 * @param writtenBy the slot of the fact that wrote the document last; repeating that fact finishes
 *     what its write left undone
 * @param revision how often it was rewritten
 * @param object the object
 * @param scos the SCOs an observed-data refers to, which are shown with it; none for other types
 * @param incident the incident this version of an observed-data belongs to by what it says itself,
 *     null where it tells of none
 */
public record ObjectDocument(
    Header header,
    UUID versionId,
    String contentHash,
    Slot writtenBy,
    int revision,
    StixObject object,
    List<StixObject> scos,
    @Nullable UUID incident) {

  private static final int LONGEST_PLAIN_ID = 200;

  /** A version that is written for the first time. */
  public static ObjectDocument of(
      Header header, Slot writer, StixVersion version, @Nullable UUID incident) {
    return new ObjectDocument(
        header,
        version.versionId(),
        version.contentHash(),
        writer,
        0,
        version.object(),
        scosOf(version),
        incident);
  }

  /** The same, rewritten with the content it has. */
  public ObjectDocument rewritten(Header changed, Slot writer) {
    return new ObjectDocument(
        changed, versionId, contentHash, writer, revision + 1, object, scos, incident);
  }

  /** The same, rewritten with other content. */
  public ObjectDocument rewritten(
      Header changed, Slot writer, StixVersion content, @Nullable UUID newIncident) {
    return new ObjectDocument(
        changed,
        versionId,
        content.contentHash(),
        writer,
        revision + 1,
        content.object(),
        scosOf(content),
        newIncident);
  }

  /** The document's JSON, on one line. */
  public byte[] json() {
    return JsonText.of(json -> {
      json.text("id", versionId.toString());
      header.write(json);
      json.text("content_hash", contentHash)
          .text("written_by", writtenBy.toString())
          .number("revision", revision)
          .text("stix_id", object.id())
          .text("type", object.type())
          .truth("revoked", object.revoked())
          .text("incident", incident == null ? null : incident.toString());
      Openness.of(List.of(object)).write(json);
      object.modified().ifPresent(modified -> json.time("modified", modified));
      json.tree("stix", object.json());
      if (!scos.isEmpty()) {
        new Facets(Redaction.of(objects())).writeConcerned(json);
        json.texts(ScoIds.FIELD, ScoIds.of(objects())).objects("scos", scos);
      }
    });
  }

  /** Reads a document. */
  public static ObjectDocument read(ObjectNode source) {
    return new ObjectDocument(
        Header.read(source),
        UUID.fromString(source.path("id").asString()),
        source.path("content_hash").asString(),
        Header.slot(source.path("written_by").asString()),
        source.path("revision").asInt(),
        new StixObject(source.path("stix").asObject()),
        source.path("scos").valueStream().map(sco -> new StixObject(sco.asObject())).toList(),
        ObservationDocument.incident(source));
  }

  /** The object first, then its SCOs. */
  public List<StixObject> objects() {
    return Stream.concat(Stream.of(object), scos.stream()).toList();
  }

  /** As readers of the store get it. */
  public StoredObject stored() {
    return new StoredObject(
        header.slot(),
        header.origin(),
        header.submitter(),
        header.added(),
        header.tlp(),
        header.raw(),
        object);
  }

  /** The id of the document that holds the last version of the object. */
  public String currentId() {
    return object.id().length() <= LONGEST_PLAIN_ID ? object.id() : "sha256-" + sha256(object.id());
  }

  /**
   * The order of versions: the newer wins whatever the order of arrival, and of the same version
   * the stricter level, so that a repetition can only tighten.
   */
  public long order() {
    long micros = object.modified().map(IndexedTime::clamp).map(StixTime::epochMicros).orElse(0L);
    return Math.max(0, micros) * 8 + header.tlp().ordinal();
  }

  private static List<StixObject> scosOf(StixVersion version) {
    Observation observation = version.observation();
    return observation == null
        ? List.of()
        : observation.objects().subList(1, observation.objects().size());
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
