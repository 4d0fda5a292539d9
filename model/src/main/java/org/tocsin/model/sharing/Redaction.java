package org.tocsin.model.sharing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes what is personal out of STIX objects. Only the node's team and whoever sent something in
 * see it whole; what is taken out is for nobody else, whether it is shown, searched or counted.
 *
 * <p>Personal are mail addresses, user accounts, whole mails and individuals; the text, addresses
 * and path of a mail; who wrote a note or an opinion; how to reach an organisation; and of the
 * fields of the original record those that name a person or an account, with all that lies under
 * {@code private}. Nobody can say by machine whether a mail address is the victim's or the
 * attacker's, so none is shown.
 */
public final class Redaction {
  /** What Tocsin keeps under this name in its extension is personal. */
  private static final String PRIVATE = "private";

  /** The first part of an id says the type (STIX 2.1 section 2.9). */
  private static final Pattern PERSONAL_ID = Pattern.compile("(email-addr|user-account)--.*");

  private static final Pattern PERSONAL_FIELD =
      Pattern.compile(
          "(?i).*(e_?mail|user_?name|account|sender|recipient|passw|login|victim|contact).*|user");

  private static final Map<String, Set<String>> PERSONAL_PROPERTIES =
      Map.of(
          "email-message",
          Set.of(
              "body",
              "body_multipart",
              "received_lines",
              "additional_header_fields",
              "message_id",
              "raw_email_ref"),
          "identity",
          Set.of("contact_information"),
          "note",
          Set.of("authors"),
          "opinion",
          Set.of("authors"));

  /** References without which an object is none (STIX 2.1 sections 3.5, 4, 5). */
  private static final Set<String> NEEDED =
      Set.of("object_refs", "source_ref", "target_ref", "sighting_of_ref", "object_ref");

  private final Set<String> gone = new HashSet<>();
  private boolean changed;

  private Redaction() {}

  /** The objects without what is personal; the very same list where nothing is. */
  public static List<StixObject> of(List<StixObject> objects) {
    return new Redaction().redact(objects);
  }

  /**
   * Whether nothing is left to show of those objects: the first, which the others belong to, is
   * personal or tells of nothing else.
   */
  public static boolean takesAll(List<StixObject> objects) {
    List<StixObject> left = of(objects);
    return left.isEmpty() || !left.getFirst().id().equals(objects.getFirst().id());
  }

  private List<StixObject> redact(List<StixObject> objects) {
    objects.stream().filter(Redaction::isPersonal).map(StixObject::id).forEach(gone::add);
    List<StixObject> left = new ArrayList<>();
    for (StixObject object : objects) {
      @Nullable StixObject shown = isPersonal(object) ? null : redact(object);
      changed |= shown != object;
      if (shown != null) {
        left.add(shown);
      }
    }
    return changed ? List.copyOf(left) : objects;
  }

  private static boolean isPersonal(StixObject object) {
    return switch (object.type()) {
      case "email-addr", "user-account" -> true;
      case "identity" -> object.text("identity_class").filter("individual"::equals).isPresent();
      case "artifact" -> object.text("mime_type").filter("message/rfc822"::equals).isPresent();
      default -> false;
    };
  }

  /** The object as it may be shown, itself where that is all of it; null where it is none then. */
  private @Nullable StixObject redact(StixObject object) {
    Set<String> personal = PERSONAL_PROPERTIES.getOrDefault(object.type(), Set.of());
    ObjectNode left = object.json();
    for (Map.Entry<String, JsonNode> property : object.json().properties()) {
      String name = property.getKey();
      @Nullable JsonNode shown = personal.contains(name) ? null : value(name, property.getValue());
      if (shown == null && NEEDED.contains(name)) {
        return null;
      }
      if (shown != property.getValue()) {
        left = left == object.json() ? object.json().objectNode().setAll(left) : left;
        set(left, name, shown);
      }
    }
    return left == object.json() ? object : new StixObject(left);
  }

  private @Nullable JsonNode value(String name, JsonNode value) {
    if (name.endsWith("_ref")) {
      return isGone(value) ? null : value;
    }
    if (name.endsWith("_refs") && value.isArray()) {
      return references((ArrayNode) value);
    }
    return switch (name) {
      case "extensions" -> extensions(value);
      case "objects" -> embedded(value);
      default -> value;
    };
  }

  private boolean isGone(JsonNode reference) {
    return reference.isString()
        && (gone.contains(reference.stringValue())
            || PERSONAL_ID.matcher(reference.stringValue()).matches());
  }

  private @Nullable JsonNode references(ArrayNode references) {
    ArrayNode left = references.arrayNode();
    references.forEach(reference -> {
      if (!isGone(reference)) {
        left.add(reference);
      }
    });
    if (left.size() == references.size()) {
      return references;
    }
    return left.isEmpty() ? null : left;
  }

  /** The deprecated property of an observed-data (section 4.14) holds SCOs that refer by keys. */
  private static @Nullable JsonNode embedded(JsonNode objects) {
    boolean plain =
        objects.isObject() && objects.valueStream().noneMatch(Redaction::isPersonalWhenEmbedded);
    return plain ? objects : null;
  }

  private static boolean isPersonalWhenEmbedded(JsonNode object) {
    return object instanceof ObjectNode json
        && (isPersonal(new StixObject(json))
            || PERSONAL_PROPERTIES.containsKey(new StixObject(json).type()));
  }

  private static JsonNode extensions(JsonNode extensions) {
    if (!(extensions instanceof ObjectNode all)
        || !(all.path(TocsinExtension.ID) instanceof ObjectNode own)) {
      return extensions;
    }
    JsonNode fields = own.path(TocsinExtension.FIELDS);
    List<String> personal =
        fields.propertyNames().stream()
            .filter(field -> PERSONAL_FIELD.matcher(field).matches())
            .toList();
    if (personal.isEmpty() && !own.has(PRIVATE)) {
      return extensions;
    }
    ObjectNode left = own.deepCopy().without(PRIVATE);
    if (left.path(TocsinExtension.FIELDS) instanceof ObjectNode shown) {
      shown.without(personal);
    }
    return all.objectNode().setAll(all).set(TocsinExtension.ID, left);
  }

  private static void set(ObjectNode object, String name, @Nullable JsonNode value) {
    if (value == null) {
      object.remove(name);
    } else {
      object.set(name, value);
    }
  }
}
