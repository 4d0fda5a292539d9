package org.tocsin.formats.iodef;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.markup.Element;
import org.tocsin.formats.record.Span;
import org.tocsin.formats.stix.ContentHash;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes an incident object (STIX 2.1 section 4.8) of an incident that names no observable. */
final class IncidentObject {
  private final RawRecord raw;
  private final NodeNamespace namespace;

  IncidentObject(RawRecord raw, NodeNamespace namespace) {
    this.raw = raw;
    this.namespace = namespace;
  }

  /**
   * The incident as one version of an object.
   *
   * @param contentId what it is
   * @param reported when this version of it was written
   * @param level the level it asks for, null where it asks for none
   */
  StixVersion write(
      UUID contentId, Element incident, Element id, Instant reported, @Nullable Tlp level) {
    Tlp tlp = raw.effectiveTlp(level);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String owner = id.attribute("name");
    String time = StixTime.millis(reported);
    json.put("type", "incident")
        .put("spec_version", "2.1")
        .put("id", "incident--" + contentId)
        .put("created_by_ref", namespace.providerIdentity(raw.origin().provider()))
        .put("created", time)
        .put("modified", time)
        .put("name", owner == null ? id.text() : owner + " " + id.text());
    String description = description(incident);
    if (description != null) {
      json.put("description", description);
    }
    json.putArray("external_references")
        .addObject()
        .put("source_name", owner == null ? raw.origin().provider() : owner)
        .put("external_id", id.text());
    json.putArray("object_marking_refs").add(tlp.markingId());
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    String hash = ContentHash.of(json, bytes, new Span(0, bytes.length));
    StixObject object = new StixObject(json);
    return new StixVersion(namespace.versionId(object.id(), time), hash, object, tlp, null);
  }

  private static @Nullable String description(Element incident) {
    String own = incident.childText("Description");
    if (own != null) {
      return own;
    }
    for (Element assessment : incident.children("Assessment")) {
      for (Element impact : assessment.children()) {
        if (!impact.text().isEmpty()) {
          return impact.text();
        }
      }
    }
    return null;
  }
}
