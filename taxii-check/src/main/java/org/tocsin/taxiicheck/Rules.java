package org.tocsin.taxiicheck;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What properties have to be (TAXII 2.1 sections 2 and 3.8). */
final class Rules {
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
  private static final Pattern UUID_4 =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private Rules() {}

  /** A required string. */
  static String text(JsonNode of, String property) {
    JsonNode value = of.path(property);
    BrokenException.unless(value.isString(), "'%s' is %s, not a string", property, shown(value));
    return value.asString();
  }

  /** A required boolean. */
  static boolean bool(JsonNode of, String property) {
    JsonNode value = of.path(property);
    BrokenException.unless(value.isBoolean(), "'%s' is %s, not a boolean", property, shown(value));
    return value.asBoolean();
  }

  /** A required whole number, not below that. */
  static long number(JsonNode of, String property, long least) {
    JsonNode value = of.path(property);
    BrokenException.unless(
        value.isIntegralNumber() && value.asLong() >= least,
        "'%s' is %s, not a whole number of at least %d",
        property,
        shown(value),
        least);
    return value.asLong();
  }

  /** A list that may be left out, but is never empty (section 2). */
  static List<JsonNode> list(JsonNode of, String property) {
    JsonNode value = of.path(property);
    if (value.isMissingNode()) {
      return List.of();
    }
    BrokenException.unless(
        value.isArray() && !value.isEmpty(),
        "'%s' is %s, not a list with members",
        property,
        shown(value));
    return value.valueStream().toList();
  }

  /** A required identifier: a UUID of version 4 (section 2). */
  static String identifier(JsonNode of, String property) {
    String value = text(of, property);
    BrokenException.unless(
        UUID_4.matcher(value).matches(), "'%s' is %s, not a UUID of version 4", property, value);
    return value;
  }

  /** A timestamp with six digits behind the point, in UTC (section 2). */
  static Instant timestamp(String name, String value) {
    BrokenException.unless(
        TIMESTAMP.matcher(value).matches(),
        "%s is '%s', not a timestamp with microseconds",
        name,
        value);
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw new BrokenException(name + " is '" + value + "', which is no time");
    }
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "missing" : value.toString();
  }
}
