package org.tocsin.alerts.sse;

import org.tocsin.model.release.Release;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery.Of;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One version, as a client gets it.
 *
 * @param id where to go on after it
 * @param type what happened: {@code published}, {@code updated} or {@code withdrawn} to a warning,
 *     {@code changed} to an incident
 * @param data a STIX bundle on one line: the object first, then what comes with it
 */
record Event(String id, String type, String data) {
  static Event of(Of of, StoredVersion version) {
    return new Event(version.cursor(), type(of, version), bundle(version));
  }

  private static String type(Of of, StoredVersion version) {
    if (of == Of.INCIDENTS) {
      return "changed";
    }
    if (version.object().revoked()) {
      return "withdrawn";
    }
    return version.number() == 1 ? "published" : "updated";
  }

  private static String bundle(StoredVersion version) {
    ObjectNode bundle =
        StixJson.MAPPER
            .createObjectNode()
            .put("type", "bundle")
            .put("id", "bundle--" + Release.versionId(version.object()));
    ArrayNode objects = bundle.putArray("objects");
    for (StixObject object : version.shown()) {
      objects.add(object.json());
    }
    return StixJson.MAPPER.writeValueAsString(bundle);
  }
}
