package org.tocsin.store.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.MailThread;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.StoredObservation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An observation as a document: what it is found by, and beside that its STIX.
 *
 * @param header where it entered first
 * @param observation what was observed
 * @param own whether its STIX was made here, so that it follows the header when a duplicate
 *     tightens the level; what arrived as STIX stays as it arrived
 * @param incident the incident it belongs to by what it says itself, null where it tells of none
 */
public record ObservationDocument(
    Header header, Observation observation, boolean own, @Nullable UUID incident) {

  /** Of an observation whose STIX was made here. */
  public static ObservationDocument own(
      Header header, Observation observation, @Nullable UUID incident) {
    return new ObservationDocument(header, observation, true, incident);
  }

  /** The same content under that header. */
  public ObservationDocument under(Header changed) {
    return new ObservationDocument(changed, observation, own, incident);
  }

  /** The document's JSON, on one line. */
  public byte[] json() {
    Rsit rsit = observation.rsit();
    List<StixObject> objects =
        own ? Markings.apply(header, observation.objects()) : observation.objects();
    return JsonText.of(json -> {
      json.text("id", observation.contentId().toString());
      header.write(json);
      json.text("report_type", observation.reportType())
          .text("type", rsit == null ? null : rsit.type())
          .text("classification", rsit == null ? null : rsit.classification())
          .time("observed_at", observation.observedAt())
          .text("observed", observation.observedAt().toString())
          .text("incident", incident == null ? null : incident.toString())
          .texts("mails", MailThread.mailsOf(observation));
      Openness openness = Openness.of(objects);
      new Facets(openness.open()).write(json);
      openness.write(json);
      if (objects.getFirst().revoked()) {
        json.truth("revoked", true);
      }
      json.texts(ScoIds.FIELD, ScoIds.of(objects)).objects("stix", objects);
    });
  }

  /** Reads a document. */
  public static ObservationDocument read(ObjectNode source) {
    Header header = Header.read(source);
    return own(
        header,
        new Observation(
            UUID.fromString(source.path("id").asString()),
            Instant.parse(source.path("observed").asString()),
            Rsit.ofType(source.path("type").asString("")).orElse(null),
            text(source, "report_type"),
            header.tlp(),
            objects(source)),
        incident(source));
  }

  /** What the sharing policy looks at of it. */
  public Marked marked() {
    return new Marked(
        header.tlp(),
        header.submitter(),
        Audience.NOBODY,
        new Facets(Redaction.of(observation.objects())).concerned(),
        Redaction.takesAll(observation.objects()));
  }

  /** As readers of the store get it. */
  public StoredObservation stored() {
    return new StoredObservation(
        observation.contentId(),
        header.slot(),
        header.origin(),
        header.submitter(),
        header.format(),
        observation.observedAt(),
        header.collectedAt(),
        header.added(),
        observation.rsit(),
        observation.reportType(),
        header.tlp(),
        header.raw(),
        header.start(),
        header.length(),
        header.listing(),
        observation.objects());
  }

  static @Nullable UUID incident(ObjectNode source) {
    String id = text(source, "incident");
    return id == null ? null : UUID.fromString(id);
  }

  private static List<StixObject> objects(ObjectNode source) {
    List<StixObject> objects = new ArrayList<>();
    for (JsonNode object : source.path("stix")) {
      if (object instanceof ObjectNode json) {
        objects.add(new StixObject(json));
      }
    }
    return objects;
  }

  private static @Nullable String text(ObjectNode source, String name) {
    JsonNode value = source.get(name);
    return value == null ? null : value.asString();
  }
}
