package org.tocsin.formats.stix20;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tocsin.formats.sco.RegistryKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The properties of observables that STIX 2.1 calls otherwise, or has no more (STIX 2.1 appendix
 * C). One it has no more stays as a custom property.
 */
final class FormerProperties {
  private static final Map<String, String> TIMES =
      Map.of("created", "ctime", "modified", "mtime", "accessed", "atime");

  /** By type: the former name and the present one. */
  private static final Map<String, Map<String, String>> RENAMED =
      Map.of(
          "file",
          Map.of(
              "created",
              "ctime",
              "modified",
              "mtime",
              "accessed",
              "atime",
              "is_encrypted",
              "x_is_encrypted",
              "encryption_algorithm",
              "x_encryption_algorithm",
              "decryption_key",
              "x_decryption_key"),
          "directory",
          TIMES,
          "process",
          Map.of(
              "created",
              "created_time",
              "binary_ref",
              "image_ref",
              "name",
              "x_name",
              "arguments",
              "x_arguments"),
          "user-account",
          Map.of("password_last_changed", "credential_last_changed"),
          "windows-registry-key",
          Map.of("modified", "modified_time"));

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

  private FormerProperties() {}

  /** The present name of a property. */
  static String renamed(String type, String property) {
    return RENAMED.getOrDefault(type, Map.of()).getOrDefault(property, property);
  }

  /** Makes the properties of one observable those of STIX 2.1. */
  static void upgrade(String type, ObjectNode observable) {
    for (String property : List.copyOf(observable.propertyNames())) {
      String name = renamed(type, property);
      if (!name.equals(property)) {
        observable.set(name, observable.remove(property));
      }
    }
    renameHashes(observable);
    switch (type) {
      case "artifact" -> upgradeArtifact(observable);
      case "software" -> upgradeLanguages(observable);
      case "windows-registry-key" -> spellHive(observable);
      default -> {}
    }
    JsonNode extensions = observable.path("extensions");
    listValues(extensions.path("http-request-ext").path("request_header"));
    rename(extensions.path("archive-ext"), "version", "x_version");
    rename(extensions.path("socket-ext"), "protocol_family", "x_protocol_family");
    rename(
        extensions.path("raster-image-ext"),
        "image_compression_algorithm",
        "x_image_compression_algorithm");
  }

  /** An artifact has one place now, and no key without an algorithm. */
  private static void upgradeArtifact(ObjectNode artifact) {
    if (artifact.has("payload_bin")) {
      rename(artifact, "url", "x_url");
    }
    if (!artifact.has("encryption_algorithm")) {
      rename(artifact, "decryption_key", "x_decryption_key");
    }
  }

  /** What is no language code was probably a programming language. */
  private static void upgradeLanguages(ObjectNode software) {
    for (JsonNode language : software.path("languages")) {
      if (!LANGUAGE.matcher(language.asString("")).matches()) {
        rename(software, "languages", "x_languages");
        return;
      }
    }
  }

  /** Hives are written out now. */
  private static void spellHive(ObjectNode registryKey) {
    RegistryKey.parse(registryKey.path("key").asString(""))
        .ifPresent(key -> registryKey.put("key", key.value()));
  }

  private static void rename(JsonNode node, String former, String present) {
    if (node instanceof ObjectNode object && object.has(former)) {
      object.set(present, object.remove(former));
    }
  }

  /** What was one text or several is a list of texts now. */
  private static void listValues(JsonNode dictionary) {
    if (dictionary instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.path(name);
        if (value.isString()) {
          object.putArray(name).add(value);
        }
      }
    }
  }

  /** {@code ssdeep} is {@code SSDEEP} now, wherever hashes stand. */
  private static void renameHashes(JsonNode node) {
    if (node instanceof ObjectNode object && object.get("hashes") instanceof ObjectNode hashes) {
      rename(hashes, "ssdeep", "SSDEEP");
    }
    if (node.isContainer()) {
      node.forEach(FormerProperties::renameHashes);
    }
  }
}
