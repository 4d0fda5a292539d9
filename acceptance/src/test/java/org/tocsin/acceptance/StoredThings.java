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
  private final int mostPages;
  private final List<String> errors = new ArrayList<>();
  private final Map<String, Integer> types = new TreeMap<>();
  private int observations;
  private int versions;

  private StoredThings(Node node, int mostPages) {
    this.node = node;
    this.mostPages = mostPages;
  }

  /** Its observations, with their observables. */
  static StoredThings observations(Node node, String provider) {
    StoredThings stored = new StoredThings(node, Integer.MAX_VALUE);
    stored.readObservations(provider);
    return stored;
  }

  /** All versions of its objects. */
  static StoredThings versions(Node node, String provider) {
    StoredThings stored = new StoredThings(node, Integer.MAX_VALUE);
    stored.readVersions(provider);
    return stored;
  }

  /** The latest 10,000 of each. */
  static StoredThings latest(Node node, String provider) {
    StoredThings stored = new StoredThings(node, 20);
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
    for (int pages = 0; more && pages < mostPages; pages++) {
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
