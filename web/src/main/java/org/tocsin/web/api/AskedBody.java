package org.tocsin.web.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.command.Asked;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is asked for: {@code {commandId, action, expectedVersion, ...}}. */
final class AskedBody {
  private AskedBody() {}

  /** Whose action the address says. */
  static Asked read(ObjectNode body, String action) {
    return asked(commandId(body), body, action);
  }

  /**
   * Whose action the address says, and whose command may be without an id; then giving it again is
   * another command.
   */
  static Asked readOnce(ObjectNode body, String action) {
    return asked(body.has("commandId") ? commandId(body) : UUID.randomUUID(), body, action);
  }

  private static Asked asked(UUID commandId, ObjectNode body, String action) {
    ObjectNode details = body.deepCopy();
    details.remove(List.of("commandId", "action", "expectedVersion", "version"));
    return new Asked(commandId, action, version(body), details);
  }

  /** Which says its action itself. */
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
