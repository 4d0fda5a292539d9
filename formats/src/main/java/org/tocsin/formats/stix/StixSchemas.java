package org.tocsin.formats.stix;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.RejectReason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The schemas OASIS publishes for STIX 2.1, read from the class path only. Thread-safe. */
final class StixSchemas {
  /** What the ids of the schemas begin with; nothing is ever fetched from there. */
  private static final String IDS =
      "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

  /** All errors of a larger object, in bytes, could fill the memory. */
  private static final int LARGE = 64 * 1024;

  private static final String FOLDER = "/stix-2.1/schemas/";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemas(StixSchemas::load)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .regularExpressionFactory(BoundedPattern::new)
                          .build()));
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /**
   * Checks an object.
   *
   * @param length how many bytes the object takes; of a large one only the first error is looked
   *     for
   * @param file the schema's file, such as {@code sdos/malware.json}
   * @throws FaultyObjectException when the object does not fit
   */
  void check(ObjectNode object, int length, String file) throws FaultyObjectException {
    Schema schema = schemas.computeIfAbsent(file, this::open);
    try {
      List<Error> first = errors(schema, object, true);
      if (!first.isEmpty()) {
        throw SchemaFault.of(length > LARGE ? first : errors(schema, object, false));
      }
    } catch (BoundedPattern.TooLongException e) {
      throw new FaultyObjectException(
          RejectReason.LIMIT_EXCEEDED, "", "A text of the object is too long to be checked.");
    } catch (JacksonException e) {
      throw new FaultyObjectException(
          RejectReason.BAD_VALUE, "", "A number of the object is beyond any range of STIX 2.1.");
    }
  }

  private static List<Error> errors(Schema schema, ObjectNode object, boolean untilTheFirst) {
    return schema.validate(object, context -> context.setFailFast(untilTheFirst));
  }

  private Schema open(String file) {
    return registry.getSchema(SchemaLocation.of(IDS + file));
  }

  private static @Nullable String load(String id) {
    if (!id.startsWith(IDS)) {
      return null;
    }
    String resource = FOLDER + id.substring(IDS.length());
    try (InputStream schema = StixSchemas.class.getResourceAsStream(resource)) {
      return schema == null ? null : new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own " + resource + " cannot be read", e);
    }
  }
}
