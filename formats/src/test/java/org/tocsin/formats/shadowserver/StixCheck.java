package org.tocsin.formats.shadowserver;

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
import org.tocsin.model.stix.StixObject;

/** Holds objects against the schemas OASIS publishes for STIX 2.1, formats included. */
final class StixCheck {
  private static final String IDS =
      "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private StixCheck(Path folder) {
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(id -> read(folder, id)));
  }

  /** Empty where the schemas are not there. */
  static Optional<StixCheck> find() {
    return SharedFolder.find("schemas")
        .map(folder -> folder.resolve("stix-2.1/schemas"))
        .filter(Files::isDirectory)
        .map(StixCheck::new);
  }

  /** What is wrong with the object; empty where nothing is. */
  List<String> errors(StixObject object) {
    String folder = object.type().equals("observed-data") ? "sdos/" : "observables/";
    Schema schema =
        schemas.computeIfAbsent(
            IDS + folder + object.type() + ".json",
            id -> registry.getSchema(SchemaLocation.of(id)));
    return schema
        .validate(
            object.json(),
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> object.type() + " " + error)
        .toList();
  }

  private static String read(Path folder, String id) {
    try {
      return id.startsWith(IDS)
          ? Files.readString(folder.resolve(id.substring(IDS.length())))
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
