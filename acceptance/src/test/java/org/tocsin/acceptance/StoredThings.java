package org.tocsin.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a node has stored of a provider, read page by page through the API. */
final class StoredThings {
  private static @Nullable StixSchemas schemas;

  private final Node node;
  private final List<String> errors = new ArrayList<>();
  private final Map<String, Integer> types = new TreeMap<>();
  private int observations;
  private int versions;

  private StoredThings(Node node) {
    this.node = node;
  }

  /** Its observations, with their observables. */
  static StoredThings observations(Node node, String provider) {
    StoredThings stored = new StoredThings(node);
    stored.readObservations(provider);
    return stored;
  }

  /** All versions of its objects. */
  static StoredThings versions(Node node, String provider) {
    StoredThings stored = new StoredThings(node);
    stored.readVersions(provider);
    return stored;
  }

  /** Both. */
  static StoredThings all(Node node, String provider) {
    StoredThings stored = new StoredThings(node);
    stored.readObservations(provider);
    stored.readVersions(provider);
    return stored;
  }

  int observations() {
    return observations;
  }

  int versions() {
    return versions;
  }

  /** What the schemas find wrong; empty where they are not at hand. */
  List<String> errors() {
    return errors;
  }

  /** How many objects of each type. */
  Map<String, Integer> types() {
    return types;
  }

  private void readObservations(String provider) {
    forEachItem(
        "/api/observations?provider=" + provider,
        item -> {
          observations++;
          item.path("objects").forEach(this::see);
        });
  }

  private void readVersions(String provider) {
    forEachItem(
        "/api/objects?versions=all&provider=" + provider,
        item -> {
          versions++;
          see(item.path("object"));
        });
  }

  private void see(JsonNode object) {
    types.merge(object.path("type").asString(), 1, Integer::sum);
    StixSchemas known = schemas();
    if (known != null) {
      errors.addAll(known.errors(object));
    }
  }

  /** Read once. */
  private static synchronized @Nullable StixSchemas schemas() {
    Path folder = Surroundings.schemas("stix-2.1").orElse(null);
    if (schemas == null && folder != null) {
      schemas = new StixSchemas(folder);
    }
    return schemas;
  }

  private void forEachItem(String path, Consumer<JsonNode> consumer) {
    String cursor = "";
    boolean more = true;
    while (more) {
      JsonNode page =
          node.get(
              path + "&limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + Node.encode(cursor)),
              "analyst");
      page.path("items").forEach(consumer);
      cursor = page.path("cursor").asString();
      more = page.path("more").asBoolean();
    }
  }
}
