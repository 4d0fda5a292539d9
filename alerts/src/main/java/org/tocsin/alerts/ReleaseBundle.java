package org.tocsin.alerts;

import org.tocsin.model.release.Release;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.StoredVersion;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One released version as it is handed to somebody, by whichever way. */
public final class ReleaseBundle {
  private ReleaseBundle() {}

  /**
   * What happened to the object: {@code published}, {@code updated} or {@code withdrawn}.
   *
   * @param version one of a warning
   */
  public static String happening(StoredVersion version) {
    if (version.object().revoked()) {
      return "withdrawn";
    }
    return version.number() == 1 ? "published" : "updated";
  }

  /** A STIX bundle on one line: the object first, then what comes with it. */
  public static String json(StoredVersion version) {
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
