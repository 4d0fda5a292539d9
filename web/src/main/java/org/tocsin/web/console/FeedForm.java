package org.tocsin.web.console;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.EntityJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that defines a feed, as a person writes it down. A missing field is blank.
 *
 * @param commandId made with the form, so that sending it twice changes nothing twice
 * @param version the version the form was made of, 0 where nothing was decided yet
 * @param known whether the feed is there already, and keeps its name
 * @param more keys that only some feeds have, one a line: key, colon, value
 * @param file the name of the sample's file
 * @param sample what to try the definition on
 */
record FeedForm(
    @Nullable String name,
    @Nullable String commandId,
    @Nullable Long version,
    @Nullable Boolean known,
    @Nullable String provider,
    @Nullable String feed,
    @Nullable String way,
    @Nullable String url,
    @Nullable String kind,
    @Nullable String format,
    @Nullable String tlp,
    @Nullable String confidence,
    @Nullable String schedule,
    @Nullable String licence,
    @Nullable String documentation,
    @Nullable String secretHeader,
    @Nullable String secretProperty,
    @Nullable String secretPrefix,
    @Nullable String more,
    @Nullable String file,
    @Nullable String sample) {
  private static final String SECRET = "secret";
  private static final Set<String> SHOWN =
      Set.of(
          "provider",
          "feed",
          "way",
          "url",
          "kind",
          "format",
          "tlp",
          "confidence",
          "schedule",
          "licence",
          "documentation",
          "enabled",
          SECRET);

  FeedForm {
    known = Boolean.TRUE.equals(known);
  }

  /** For a new feed. */
  static FeedForm blank() {
    ObjectNode usual = EntityJson.MAPPER.createObjectNode();
    usual.put("way", "url").put("kind", "list").put("tlp", "AMBER");
    usual.put("confidence", 50).put("schedule", "PT1H");
    return of(null, 0, false, usual);
  }

  /** For a known one. */
  static FeedForm of(@Nullable String name, long version, boolean known, ObjectNode written) {
    JsonNode secret = written.path(SECRET);
    return new FeedForm(
        name,
        UUID.randomUUID().toString(),
        version,
        known,
        text(written, "provider"),
        text(written, "feed"),
        text(written, "way"),
        text(written, "url"),
        text(written, "kind"),
        text(written, "format"),
        text(written, "tlp"),
        written.has("confidence") ? text(written, "confidence") : "50",
        text(written, "schedule"),
        text(written, "licence"),
        text(written, "documentation"),
        text(secret, "header"),
        text(secret, "property"),
        text(secret, "prefix"),
        written.properties().stream()
            .filter(entry -> !SHOWN.contains(entry.getKey()))
            .map(entry -> entry.getKey() + ": " + entry.getValue().asString())
            .collect(Collectors.joining("\n")),
        null,
        null);
  }

  /** What it says, in the words of a feeds file; the program that reads it says what is wrong. */
  ObjectNode definition() {
    ObjectNode definition = EntityJson.MAPPER.createObjectNode();
    put(definition, "provider", provider);
    put(definition, "feed", feed);
    put(definition, "way", way);
    put(definition, "url", url);
    put(definition, "kind", kind);
    put(definition, "format", format);
    put(definition, "tlp", tlp);
    putValue(definition, "confidence", confidence);
    put(definition, "schedule", schedule);
    put(definition, "licence", licence);
    put(definition, "documentation", documentation);
    if (isGiven(secretHeader) || isGiven(secretProperty)) {
      ObjectNode secret = definition.putObject(SECRET);
      put(secret, "header", secretHeader);
      put(secret, "property", secretProperty);
      if (secretPrefix != null && !secretPrefix.isEmpty()) {
        secret.put("prefix", secretPrefix);
      }
    }
    OrganisationForm.lines(more).forEach(line -> putLine(definition, line));
    return definition;
  }

  /** Where the form holds what is known as that key; the key itself where it does. */
  static Map<String, String> fields() {
    return Map.of(
        "secret", "secretHeader",
        "secret.header", "secretHeader",
        "secret.property", "secretProperty",
        "secret.prefix", "secretPrefix");
  }

  private static void putLine(ObjectNode definition, String line) {
    int colon = line.indexOf(':');
    String key = colon < 0 ? line : line.substring(0, colon).strip();
    if (!definition.has(key)) {
      putValue(definition, key, colon < 0 ? "" : line.substring(colon + 1).strip());
    }
  }

  private static void put(ObjectNode into, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      into.put(key, value.strip());
    }
  }

  private static void putValue(ObjectNode into, String key, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return;
    }
    String text = value.strip();
    if (text.equals("true") || text.equals("false")) {
      into.put(key, Boolean.parseBoolean(text));
    } else if (text.matches("[0-9]{1,9}")) {
      into.put(key, Integer.parseInt(text));
    } else {
      into.put(key, text);
    }
  }

  private static boolean isGiven(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static @Nullable String text(JsonNode node, String key) {
    return node.has(key) ? node.path(key).asString() : null;
  }
}
