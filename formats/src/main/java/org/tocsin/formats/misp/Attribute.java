package org.tocsin.formats.misp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One attribute, of an event or of an object in it.
 *
 * @param type its type, such as {@code ip-dst|port}
 * @param value its value, with its parts as the type has them
 * @param toIds whether it is fit to detect by
 * @param deleted whether it was taken back
 * @param key its UUID, or type and value where it has none
 * @param relation what it is to its object, null where it is in none or nobody says
 * @param at when it was last changed
 * @param firstSeen when it was first seen, null where nobody says
 * @param lastSeen when it was last seen, null where nobody says
 * @param tags its own tags
 */
record Attribute(
    String type,
    String value,
    boolean toIds,
    boolean deleted,
    String key,
    @Nullable String relation,
    @Nullable String category,
    @Nullable String comment,
    Instant at,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    Tags tags) {

  private static final Set<String> PERSONAL =
      Set.of(
          "bank-account-nr",
          "cc-number",
          "date-of-birth",
          "eppn",
          "first-name",
          "full-name",
          "gender",
          "github-username",
          "iban",
          "identity-card-number",
          "jabber-id",
          "last-name",
          "middle-name",
          "nationality",
          "passport-country",
          "passport-number",
          "phone-number",
          "place-of-birth",
          "primary-residence",
          "prtn",
          "twitter-id",
          "visa-number");

  private static final Pattern PERSONAL_RELATION =
      Pattern.compile(
          "(?i).*(mail|user|account|sender|recipient|passw|login|victim|contact|phone).*");

  /** Whether it is of a kind that tells of a person or an account. */
  boolean isPersonal() {
    return PERSONAL.contains(type)
        || type.startsWith("email")
        || type.startsWith("target-")
        || type.startsWith("whois-registrant")
        || relation != null && PERSONAL_RELATION.matcher(relation).matches();
  }

  /** Keeps attributes among the fields, where redaction looks for what is personal. */
  static void keep(List<Attribute> attributes, ObjectNode fields) {
    for (Attribute attribute : attributes) {
      String place = attribute.isPersonal() ? "contact_attributes" : "attributes";
      ArrayNode kept =
          fields.get(place) instanceof ArrayNode there ? there : fields.putArray(place);
      kept.add(attribute.kept());
    }
  }

  /** Those of a list that have a type and a value. */
  static List<Attribute> of(JsonNode list, Instant otherwise) {
    List<Attribute> all = new ArrayList<>();
    for (JsonNode attribute : list) {
      String type = attribute.path("type").asString("");
      String value = attribute.path("value").asString("").strip();
      if (!type.isEmpty() && !value.isEmpty()) {
        all.add(of(attribute, type, value, otherwise));
      }
    }
    return all;
  }

  private static Attribute of(JsonNode from, String type, String value, Instant otherwise) {
    return new Attribute(
        type,
        value,
        isTrue(from.path("to_ids")),
        isTrue(from.path("deleted")),
        text(from, "uuid").filter(Event::isUuid).orElse(type + " " + value),
        text(from, "object_relation").orElse(null),
        text(from, "category").orElse(null),
        text(from, "comment").orElse(null),
        time(from, "timestamp").orElse(otherwise),
        time(from, "first_seen").orElse(null),
        time(from, "last_seen").orElse(null),
        Tags.of(from.path("Tag")));
  }

  /** MISP has written truth as a boolean, a number and a text. */
  static boolean isTrue(JsonNode value) {
    return value.isBoolean() ? value.booleanValue() : value.asString("").equals("1");
  }

  private static Optional<Instant> time(JsonNode from, String name) {
    return text(from, name).flatMap(Event::time);
  }

  private static Optional<String> text(JsonNode from, String name) {
    JsonNode value = from.path(name);
    return value.isContainer() || value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(value.asString("")).filter(text -> !text.isBlank());
  }

  /** Type, value and what was said of it, to be kept. */
  ObjectNode kept() {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.put("type", type).put("value", value);
    if (relation != null) {
      kept.put("relation", relation);
    }
    if (category != null) {
      kept.put("category", category);
    }
    if (comment != null) {
      kept.put("comment", comment);
    }
    return kept;
  }

  /** The part of the value before the first bar, or all of it. */
  String head() {
    int bar = value.indexOf('|');
    return bar < 0 ? value : value.substring(0, bar);
  }

  /** The part of the value after the first bar; empty where there is none. */
  String tail() {
    int bar = value.indexOf('|');
    return bar < 0 ? "" : value.substring(bar + 1);
  }
}
