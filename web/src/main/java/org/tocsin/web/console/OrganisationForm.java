package org.tocsin.web.console;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Contact;
import org.tocsin.model.directory.KeyText;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.web.directory.Seen;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All of an organisation as a person writes it down: lists have one entry a line, and the parts of
 * a contact or key are separated by bars. A missing field is blank.
 *
 * @param commandId made with the form, so that sending it twice changes nothing twice
 * @param version the version the form was made of, 0 for a new organisation
 * @param contacts name, role, e-mail address, phone, languages, hours, {@code published}
 * @param keys kind and fingerprint; text and note of a known key stay as they are
 */
record OrganisationForm(
    @Nullable String id,
    @Nullable String commandId,
    @Nullable Long version,
    @Nullable String name,
    @Nullable String kind,
    @Nullable String country,
    @Nullable String contacts,
    @Nullable String keys,
    @Nullable String assets,
    @Nullable String identities,
    @Nullable String ceiling) {
  private static final String PUBLISHED = "published";
  private static final List<String> PARTS =
      List.of("name", "role", "email", "phone", "languages", "hours", PUBLISHED);

  /** For a new organisation. */
  static OrganisationForm blank() {
    return new OrganisationForm(
        null, fresh(), 0L, null, "constituent", null, null, null, null, null, null);
  }

  /** For a known one. */
  static OrganisationForm of(Seen<Organisation> seen) {
    Organisation one = seen.entity();
    return new OrganisationForm(
        one.id(),
        fresh(),
        seen.version(),
        one.name(),
        one.kind().key(),
        one.country(),
        lines(one.contacts().stream().map(OrganisationForm::line).toList()),
        lines(
            one.keys().stream().map(key -> key.kind().key() + " | " + key.fingerprint()).toList()),
        lines(one.assets().stream().map(NetworkAsset::text).toList()),
        lines(one.identities()),
        one.ceiling() == null ? null : one.ceiling().name());
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  /**
   * What a command says of it.
   *
   * @param known the keys it has so far
   */
  ObjectNode details(List<KeyText> known) {
    ObjectNode details = EntityJson.MAPPER.createObjectNode();
    details.put("name", name).put("kind", kind);
    putUnlessBlank(details, "country", country);
    putUnlessBlank(details, "ceiling", ceiling);
    ArrayNode reach = details.putArray("contacts");
    lines(contacts).forEach(line -> reach.add(contact(parts(line))));
    ArrayNode given = details.putArray("keys");
    lines(keys).forEach(line -> given.add(key(parts(line), known)));
    ArrayNode net = details.putArray("assets");
    lines(assets).forEach(net::add);
    ArrayNode people = details.putArray("identities");
    lines(identities).forEach(people::add);
    return details;
  }

  private static ObjectNode contact(List<String> parts) {
    ObjectNode contact = EntityJson.MAPPER.createObjectNode();
    for (int at = 0; at < Math.min(parts.size(), PARTS.size()); at++) {
      String part = PARTS.get(at);
      switch (part) {
        case "languages" -> words(parts.get(at)).forEach(contact.withArray("languages")::add);
        case PUBLISHED -> contact.put(part, parts.get(at).equals(PUBLISHED));
        default -> putUnlessBlank(contact, part, parts.get(at));
      }
    }
    return contact;
  }

  private static ObjectNode key(List<String> parts, List<KeyText> known) {
    String fingerprint = parts.size() < 2 ? "" : parts.get(1);
    return known.stream()
        .filter(key -> key.fingerprint().equalsIgnoreCase(fingerprint.replaceAll("[\\s:]", "")))
        .findFirst()
        .map(EntityJson::tree)
        .orElseGet(EntityJson.MAPPER::createObjectNode)
        .put("kind", parts.getFirst())
        .put("fingerprint", fingerprint);
  }

  private static String line(Contact contact) {
    List<@Nullable String> parts =
        Arrays.asList(
            contact.name(),
            contact.role(),
            contact.email(),
            contact.phone(),
            String.join(" ", contact.languages()),
            contact.hours(),
            contact.published() ? PUBLISHED : "");
    return parts.stream()
        .map(part -> part == null ? "" : part.replace('|', '/').replaceAll("\\R", " "))
        .collect(Collectors.joining(" | "));
  }

  private static List<String> parts(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  /** The lines of a field that are not blank. */
  static List<String> lines(@Nullable String text) {
    return text == null
        ? List.of()
        : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static void putUnlessBlank(ObjectNode into, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      into.put(field, value);
    }
  }
}
