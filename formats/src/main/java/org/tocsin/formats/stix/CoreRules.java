package org.tocsin.formats.stix;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import tools.jackson.databind.JsonNode;

/**
 * What every object owes before its type's own rules are asked: type, id, version of the standard
 * and times (STIX 2.1 sections 2.9, 2.16, 3.2 and 3.6), with errors a person can act on.
 */
final class CoreRules {
  private static final int MAX_TYPE = 250;
  private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern UUID =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}"
              + "-[0-9a-fA-F]{12}");

  private CoreRules() {}

  /** Checks type and id, without which nothing else can be asked. */
  static void checkIdentity(StixObject object) throws FaultyObjectException {
    String type = text(object, "type");
    if (type.length() < 3 || type.length() > MAX_TYPE || !TYPE.matcher(type).matches()) {
      throw FaultyObjectException.bad(
          "type", "A type is 3 to 250 lower-case letters, digits and hyphens.");
    }
    if (type.equals("bundle")) {
      throw FaultyObjectException.bad(
          "type", "A bundle holds a list of objects, and is not an object in one.");
    }
    String id = text(object, "id");
    if (!id.startsWith(type + "--")) {
      throw FaultyObjectException.bad("id", "An id begins with the object's type and two hyphens.");
    }
    if (!UUID.matcher(id.substring(type.length() + 2)).matches()) {
      throw FaultyObjectException.bad(
          "id", "An id ends with a UUID of version 1 to 5 (RFC 4122), as STIX 2.1 asks.");
    }
  }

  /** Checks the version of the standard and the times that the object's kind asks for. */
  static void checkVersion(StixObject object, ObjectKind kind) throws FaultyObjectException {
    checkSpecVersion(object, kind);
    if (kind == ObjectKind.OBSERVABLE) {
      return;
    }
    Instant created = time(object, "created");
    if (kind == ObjectKind.VERSIONED && time(object, "modified").isBefore(created)) {
      throw FaultyObjectException.bad("modified", "The object was modified before it was created.");
    }
    if (object.type().equals("observed-data")
        && time(object, "last_observed").isBefore(time(object, "first_observed"))) {
      throw FaultyObjectException.bad("last_observed", "What was observed ends before it begins.");
    }
  }

  private static void checkSpecVersion(StixObject object, ObjectKind kind)
      throws FaultyObjectException {
    Optional<String> version = object.text("spec_version");
    if (version.isEmpty() && !object.json().has("spec_version")) {
      if (kind != ObjectKind.OBSERVABLE) {
        throw FaultyObjectException.missing(
            "spec_version",
            "Without spec_version this reads as STIX 2.0 or older; STIX 2.1 is taken here.");
      }
    } else if (!version.equals(Optional.of("2.1"))) {
      throw FaultyObjectException.bad(
          "spec_version", "This is not STIX 2.1, which is the version taken here.");
    }
  }

  private static String text(StixObject object, String property) throws FaultyObjectException {
    JsonNode value = object.json().get(property);
    if (value == null || value.isNull()) {
      throw FaultyObjectException.missing(property, "Every STIX object has this property.");
    }
    return object
        .text(property)
        .orElseThrow(
            () -> FaultyObjectException.bad(property, "The value of this property is text."));
  }

  private static Instant time(StixObject object, String property) throws FaultyObjectException {
    JsonNode value = object.json().get(property);
    if (value == null || value.isNull()) {
      throw FaultyObjectException.missing(property, "STIX 2.1 asks for this property.");
    }
    return object
        .text(property)
        .flatMap(StixTime::parse)
        .orElseThrow(() ->
            FaultyObjectException.bad(
                property, "This is no moment in time, such as 2026-01-31T12:00:00.000Z."));
  }
}
