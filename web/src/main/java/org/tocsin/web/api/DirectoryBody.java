package org.tocsin.web.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.directory.DirectoryDesk.Asked;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a change of the directory: {@code {commandId, expectedVersion, ...}}. */
final class DirectoryBody {
  private DirectoryBody() {}

  /** A change whose action the address says. */
  static Asked read(ObjectNode body, String action) {
    ObjectNode details = body.deepCopy();
    details.remove(List.of("commandId", "action", "expectedVersion", "version"));
    return new Asked(commandId(body), action, version(body), details);
  }

  /** A change that says its action itself. */
  static Asked read(ObjectNode body) {
    return read(body, text(body, "action"));
  }

  private static UUID commandId(ObjectNode body) {
    UUID id = Given.uuid("commandId", text(body, "commandId"));
    if (id == null) {
      throw new BadParameterException("commandId", "'commandId' must be a UUID.");
    }
    return id;
  }

  private static @Nullable Long version(ObjectNode body) {
    JsonNode version = body.get("expectedVersion");
    if (version == null || version.isNull()) {
      return null;
    }
    if (version.isIntegralNumber() && version.canConvertToLong()) {
      return version.asLong();
    }
    throw new BadParameterException("expectedVersion", "'expectedVersion' must be a number.");
  }

  private static String text(ObjectNode body, String name) {
    JsonNode value = body.get(name);
    if (value == null || !value.isString()) {
      throw new BadParameterException(name, "'" + name + "' must be a text.");
    }
    return value.stringValue();
  }
}
