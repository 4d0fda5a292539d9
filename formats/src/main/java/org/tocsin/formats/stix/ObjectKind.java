package org.tocsin.formats.stix;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.JsonNode;

/** The families of STIX objects (STIX 2.1 sections 4 to 7), and which types belong to them. */
enum ObjectKind {
  /** Domain and relationship objects, and what else has versions (section 3.6). */
  VERSIONED,
  /** Marking definitions, which never change (section 7.2). */
  MARKING,
  /** Cyber-observable objects (section 6), which need neither version nor time. */
  OBSERVABLE;

  /**
   * What a type is held to.
   *
   * @param kind its family
   * @param schema file of its schema, under the schemas' folder
   */
  record Rules(ObjectKind kind, String schema) {}

  private static final Map<String, Rules> TYPES = new HashMap<>();
  private static final Rules CUSTOM = new Rules(VERSIONED, "common/core.json");
  private static final Rules CUSTOM_OBSERVABLE =
      new Rules(OBSERVABLE, "common/cyber-observable-core.json");

  static {
    put(VERSIONED, "sdos", "attack-pattern", "campaign", "course-of-action", "grouping");
    put(VERSIONED, "sdos", "identity", "incident", "indicator", "infrastructure", "intrusion-set");
    put(VERSIONED, "sdos", "location", "malware", "malware-analysis", "note", "observed-data");
    put(VERSIONED, "sdos", "opinion", "report", "threat-actor", "tool", "vulnerability");
    put(VERSIONED, "sros", "relationship", "sighting");
    put(VERSIONED, "common", "extension-definition", "language-content");
    put(MARKING, "common", "marking-definition");
    put(OBSERVABLE, "observables", "artifact", "autonomous-system", "directory", "domain-name");
    put(OBSERVABLE, "observables", "email-addr", "email-message", "file", "ipv4-addr", "ipv6-addr");
    put(OBSERVABLE, "observables", "mac-addr", "mutex", "network-traffic", "process", "software");
    put(OBSERVABLE, "observables", "url", "user-account", "windows-registry-key");
    put(OBSERVABLE, "observables", "x509-certificate");
  }

  private static void put(ObjectKind kind, String folder, String... types) {
    for (String type : types) {
      TYPES.put(type, new Rules(kind, folder + "/" + type + ".json"));
    }
  }

  /**
   * What an object is held to. A type the standard does not know is held to what all objects of its
   * kind have in common: the kind its extension says (section 7.3), else that of an observable
   * where it has neither created nor modified.
   */
  static Rules of(StixObject object) {
    Rules rules = TYPES.get(object.type());
    if (rules != null) {
      return rules;
    }
    return newType(object)
        .orElseGet(() ->
            object.json().has("created") || object.json().has("modified")
                ? CUSTOM
                : CUSTOM_OBSERVABLE);
  }

  /** The file of the schema an observable is held to. */
  static String ofObservable(StixObject object) {
    Rules rules = TYPES.get(object.type());
    return (rules != null && rules.kind() == OBSERVABLE ? rules : CUSTOM_OBSERVABLE).schema();
  }

  private static Optional<Rules> newType(StixObject object) {
    for (JsonNode extension : object.json().path("extensions")) {
      switch (extension.path("extension_type").asString("")) {
        case "new-sdo", "new-sro" -> {
          return Optional.of(CUSTOM);
        }
        case "new-sco" -> {
          return Optional.of(CUSTOM_OBSERVABLE);
        }
        default -> {}
      }
    }
    return Optional.empty();
  }
}
