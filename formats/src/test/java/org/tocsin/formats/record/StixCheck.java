package org.tocsin.formats.record;

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
import org.tocsin.model.stix.StixObject;

/** Holds objects against the schemas OASIS publishes for STIX 2.1, formats included. */
public final class StixCheck {
  private static final String IDS =
      "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

  private final Path folder;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private StixCheck(Path folder) {
    this.folder = folder;
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(id -> read(folder, id)));
  }

  /** Empty where the schemas are not there. */
  public static Optional<StixCheck> find() {
    return SharedFolder.find("schemas")
        .map(folder -> folder.resolve("stix-2.1/schemas"))
        .filter(Files::isDirectory)
        .map(StixCheck::new);
  }

  /** What is wrong with the object; empty where nothing is. */
  public List<String> errors(StixObject object) {
    Schema schema =
        schemas.computeIfAbsent(
            IDS + file(object.type()), id -> registry.getSchema(SchemaLocation.of(id)));
    return schema
        .validate(
            object.json(),
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> object.type() + " " + error)
        .toList();
  }

  private String file(String type) {
    return Stream.of("sdos/", "sros/", "observables/", "common/")
        .map(place -> place + type + ".json")
        .filter(file -> Files.exists(folder.resolve(file)))
        .findFirst()
        .orElse("common/core.json");
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
