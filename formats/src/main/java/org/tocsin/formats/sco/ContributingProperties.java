package org.tocsin.formats.sco;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which properties of an observable make its id (STIX 2.1 section 2.9 and each type's own). */
public final class ContributingProperties {
  private static final Map<String, List<String>> BY_TYPE =
      Map.ofEntries(
          Map.entry("artifact", List.of("hashes", "payload_bin")),
          Map.entry("autonomous-system", List.of("number")),
          Map.entry("directory", List.of("path")),
          Map.entry("domain-name", List.of("value")),
          Map.entry("email-addr", List.of("value")),
          Map.entry("email-message", List.of("from_ref", "subject", "body")),
          Map.entry("file", List.of("hashes", "name", "extensions", "parent_directory_ref")),
          Map.entry("ipv4-addr", List.of("value")),
          Map.entry("ipv6-addr", List.of("value")),
          Map.entry("mac-addr", List.of("value")),
          Map.entry("mutex", List.of("name")),
          Map.entry(
              "network-traffic",
              List.of(
                  "start",
                  "end",
                  "src_ref",
                  "dst_ref",
                  "src_port",
                  "dst_port",
                  "protocols",
                  "extensions")),
          Map.entry("software", List.of("name", "cpe", "swid", "vendor", "version")),
          Map.entry("url", List.of("value")),
          Map.entry("user-account", List.of("account_type", "user_id", "account_login")),
          Map.entry("windows-registry-key", List.of("key", "values")),
          Map.entry("x509-certificate", List.of("hashes", "serial_number")));

  /** Section 2.9: of several hashes the first of these, else the first by name. */
  private static final List<String> PREFERRED = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

  private ContributingProperties() {}

  /** The names of the properties that can contribute; none for a type whose ids are random. */
  public static List<String> of(String type) {
    return BY_TYPE.getOrDefault(type, List.of());
  }

  /** Those of an observable that do contribute; empty where none of them is there. */
  public static Optional<ObjectNode> of(String type, ObjectNode observable) {
    ObjectNode contributing = JsonNodeFactory.instance.objectNode();
    for (String property : of(type)) {
      JsonNode value = observable.get(property);
      if (property.equals("hashes") && value instanceof ObjectNode hashes && !hashes.isEmpty()) {
        String algorithm = preferred(hashes);
        contributing.putObject(property).set(algorithm, hashes.get(algorithm));
      } else if (value != null) {
        contributing.set(property, value);
      }
    }
    return contributing.isEmpty() ? Optional.empty() : Optional.of(contributing);
  }

  private static String preferred(ObjectNode hashes) {
    return PREFERRED.stream()
        .filter(hashes::has)
        .findFirst()
        .orElseGet(() -> new TreeSet<>(hashes.propertyNames()).first());
  }
}
