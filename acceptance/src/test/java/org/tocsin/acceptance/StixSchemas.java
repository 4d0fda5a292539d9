package org.tocsin.acceptance;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** OASIS's JSON schemas of STIX 2.1, read from a folder. */
final class StixSchemas {
  private static final String PUBLISHED =
      "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

  private final Path folder;
  private final SchemaRegistry registry;
  private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();

  StixSchemas(Path stix21) {
    this.folder = stix21.resolve("schemas");
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(id -> id.startsWith(PUBLISHED) ? read(id) : null));
  }

  private String read(String id) {
    try {
      return Files.readString(folder.resolve(id.substring(PUBLISHED.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is wrong with an object by the schema of its type; empty where nothing is, or there is no
   * schema.
   */
  List<String> errors(JsonNode object) {
    return schemas
        .computeIfAbsent(object.path("type").asString(), this::schema)
        .map(schema ->
            schema.validate(object.toString(), InputFormat.JSON).stream()
                .map(error -> object.path("id").asString() + " " + error)
                .toList())
        .orElse(List.of());
  }

  private Optional<Schema> schema(String type) {
    return Stream.of("sdos", "sros", "observables", "common")
        .filter(group -> Files.exists(folder.resolve(group).resolve(type + ".json")))
        .findFirst()
        .map(group ->
            registry.getSchema(SchemaLocation.of(PUBLISHED + group + "/" + type + ".json")));
  }
}
