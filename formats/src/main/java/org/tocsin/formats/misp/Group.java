package org.tocsin.formats.misp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;

/**
 * Attributes that tell of one thing: those of an object, or one by itself.
 *
 * @param name name of the object's template, such as {@code domain-ip}; null for an attribute by
 *     itself
 * @param key the UUID of object or attribute
 * @param deleted whether the object was taken back
 * @param at when the latest of them was changed
 */
record Group(
    @Nullable String name,
    String key,
    boolean deleted,
    Instant at,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    List<Attribute> attributes) {
  private static final int LONGEST_TITLE = 200;

  static Group of(Attribute attribute) {
    return new Group(
        null,
        attribute.key(),
        attribute.deleted(),
        attribute.at(),
        attribute.firstSeen(),
        attribute.lastSeen(),
        List.of(attribute));
  }

  static Group of(JsonNode object, Instant otherwise) {
    Instant at = Event.time(object.path("timestamp").asString("")).orElse(otherwise);
    List<Attribute> attributes = Attribute.of(object.path("Attribute"), at);
    for (Attribute attribute : attributes) {
      at = attribute.at().isAfter(at) ? attribute.at() : at;
    }
    String name = object.path("name").asString("object");
    String uuid = object.path("uuid").asString("");
    String key =
        Event.isUuid(uuid)
            ? uuid
            : name + " " + String.join(" ", attributes.stream().map(Attribute::key).toList());
    return new Group(
        name,
        key,
        Attribute.isTrue(object.path("deleted")),
        at,
        Event.time(object.path("first_seen").asString("")).orElse(null),
        Event.time(object.path("last_seen").asString("")).orElse(null),
        attributes);
  }

  /** Those that were not taken back. */
  List<Attribute> present() {
    return deleted ? List.of() : attributes.stream().filter(one -> !one.deleted()).toList();
  }

  /**
   * What is fit to detect by; of what was taken back too, so that it can be revoked. Where what
   * everybody has would match, it is left out, and a port by itself says nothing.
   */
  List<Comparison> comparisons(WarningList warnings) {
    List<Attribute> from = isDeleted() ? attributes : present();
    List<Comparison> all = new ArrayList<>();
    from.stream().filter(Attribute::toIds).forEach(one -> all.addAll(Meaning.of(one)));
    if (isDeleted() || warnings.objectionToPattern(Patterns.of(all)) == null) {
      return all;
    }
    all.removeIf(one -> warnings.objectionToPattern("[" + one + "]") != null);
    return all.stream().allMatch(one -> one.path().endsWith("_port")) ? List.of() : all;
  }

  /** Whether nothing of it is left. */
  boolean isDeleted() {
    return deleted || attributes.stream().allMatch(Attribute::deleted);
  }

  /** The tags of all attributes. */
  List<Tags> tags() {
    return attributes.stream().map(Attribute::tags).toList();
  }

  /** The strictest level among the attributes' own; null where they have none. */
  @Nullable Tlp tlp() {
    Tlp tlp = null;
    for (Attribute attribute : attributes) {
      tlp = Tags.stricter(tlp, attribute.tags().tlp());
    }
    return tlp;
  }

  /** What people call it. */
  String title() {
    Attribute first =
        attributes.stream().filter(Attribute::toIds).findFirst().orElse(attributes.getFirst());
    String title = name == null ? first.value() : name + ": " + first.value();
    return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
  }
}
