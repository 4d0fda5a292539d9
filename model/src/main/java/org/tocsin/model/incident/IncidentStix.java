package org.tocsin.model.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.release.Release;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An incident as STIX 2.1 (section 4.6, which leaves all but its name to extensions) with the OASIS
 * Incident Core extension, and what people added to it, each tied to it by a relationship. Who
 * works on it, and what other incidents it has to do with, stays here.
 */
public final class IncidentStix {
  /** The Incident Core extension. */
  public static final String CORE = "extension-definition--ef765651-680c-498d-9894-99799f2fa126";

  private static final String PROPERTY_EXTENSION = "property-extension";
  private static final String EXTENSION_TYPE = "extension_type";

  private final Incident incident;
  private final Tlp tlp;
  private final String created;
  private final String modified;

  private IncidentStix(Incident incident, Tlp tlp, Instant created, Instant modified) {
    this.incident = incident;
    this.tlp = tlp;
    this.created = StixTime.micros(created);
    this.modified = StixTime.micros(modified);
  }

  /**
   * What programs get of it after that record of the journal. Its {@code created} is that of the
   * first release; whoever keeps releases sees to it.
   */
  public static Release release(Incident incident, Journaled made) {
    Tlp tlp = level(incident, incident.tlp());
    List<StixObject> objects = objects(incident, tlp, made.added(), made.added());
    return new Release(
        objects,
        new Marked(
            tlp,
            incident.reporter(),
            incident.audience(),
            incident.network().concerned(),
            Redaction.takesAll(objects)));
  }

  /**
   * The incident first, then what people added to it.
   *
   * @param tlp how far it may travel; no object is marked looser
   * @param created when it was opened
   * @param modified when the last decision about it was made
   */
  public static List<StixObject> objects(
      Incident incident, Tlp tlp, Instant created, Instant modified) {
    return new IncidentStix(incident, level(incident, tlp), created, modified).objects();
  }

  /** The name the incident has in STIX. */
  public static String id(Incident incident) {
    return "incident--" + incident.id();
  }

  /** No looser than what was added to it; what cannot be read of a marking counts as RED. */
  private static Tlp level(Incident incident, Tlp tlp) {
    return incident.observables().stream()
        .flatMap(observable -> observable.markingRefs().stream())
        .map(marking -> Tlp.ofMarking(marking).orElse(Tlp.RED))
        .reduce(tlp, Tlp::stricter);
  }

  private List<StixObject> objects() {
    List<StixObject> objects = new ArrayList<>();
    objects.add(new StixObject(incident()));
    for (StixObject observable : incident.observables()) {
      objects.add(observable);
      objects.add(new StixObject(relationship(observable)));
    }
    return objects;
  }

  private ObjectNode incident() {
    ObjectNode json = head("incident", id(incident));
    json.putArray("labels")
        .add("rsit:%s=\"%s\"".formatted(incident.type().classification(), incident.type().type()));
    json.putArray("external_references")
        .addObject()
        .put("source_name", "tocsin")
        .put("external_id", incident.number());
    json.putArray("object_marking_refs").add(tlp.markingId());
    json.put("name", incident.title());
    if (incident.description() != null) {
      json.put("description", incident.description());
    }
    ObjectNode extensions = json.putObject("extensions");
    core(extensions.putObject(CORE));
    own(extensions.putObject(TocsinExtension.ID));
    return json;
  }

  private void core(ObjectNode core) {
    core.put(EXTENSION_TYPE, PROPERTY_EXTENSION)
        .put("determination", determination(incident.state()))
        .put("investigation_status", investigation(incident.state()))
        .put("criticality", criticality(incident.severity()));
    core.putArray("incident_types").add(incident.type().type());
  }

  private void own(ObjectNode own) {
    own.put(EXTENSION_TYPE, PROPERTY_EXTENSION)
        .put(TocsinExtension.CLASSIFICATION, incident.type().classification())
        .put(TocsinExtension.CLASSIFICATION_TYPE, incident.type().type())
        .put(TocsinExtension.SEVERITY, incident.severity().key())
        .put(TocsinExtension.STATE, incident.state().key());
    if (incident.network().country() != null) {
      ArrayNode countries = own.putArray(TocsinExtension.COUNTRIES);
      countries.add(incident.network().country());
    }
  }

  /** STIX 2.1 section 3.7: related-to may stand between any two objects. */
  private ObjectNode relationship(StixObject observable) {
    ObjectNode json =
        head(
            "relationship",
            "relationship--" + NameBasedId.in(incident.id()).part(observable.id()).id());
    json.putArray("object_marking_refs").add(tlp.markingId());
    return json.put("relationship_type", "related-to")
        .put("source_ref", id(incident))
        .put("target_ref", observable.id());
  }

  private ObjectNode head(String type, String id) {
    return StixJson.MAPPER
        .createObjectNode()
        .put("type", type)
        .put("spec_version", "2.1")
        .put("id", id)
        .put("created", created)
        .put("modified", modified);
  }

  /** Suspected until somebody says how it ended; one that is over was one. */
  private static String determination(IncidentState state) {
    return switch (state) {
      case NEW, ACKNOWLEDGED, INVESTIGATING, WAITING, MERGED -> "suspected";
      case RESOLVED, CLOSED -> "confirmed";
      case DISMISSED -> "false-positive";
    };
  }

  private static String investigation(IncidentState state) {
    return switch (state) {
      case NEW -> "new";
      case ACKNOWLEDGED, INVESTIGATING, WAITING -> "open";
      case RESOLVED, CLOSED, DISMISSED, MERGED -> "closed";
    };
  }

  /** From 0 to 100; the four severities at equal distances. */
  private static int criticality(Severity severity) {
    return switch (severity) {
      case LOW -> 25;
      case MEDIUM -> 50;
      case HIGH -> 75;
      case CRITICAL -> 100;
    };
  }
}
