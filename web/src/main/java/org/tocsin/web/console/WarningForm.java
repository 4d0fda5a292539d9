package org.tocsin.web.console;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.warning.Addressees;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.web.problem.BadParameterException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that a warning says, as a person writes it down. A missing field is blank; lists are one a
 * line.
 *
 * @param commandId made with the form, so that sending it twice changes nothing twice
 * @param version the version the form was made of, 0 for a new warning
 * @param groups ids of the sharing groups that are ticked
 * @param observables what to look for; what it is shows
 * @param validFrom UTC, as a browser writes a date with its time
 * @param validUntil the same
 * @param note what is new in it, for readers
 */
record WarningForm(
    @Nullable String commandId,
    @Nullable Long version,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String severity,
    @Nullable String type,
    @Nullable String tlp,
    @Nullable List<String> groups,
    @Nullable String organisations,
    @Nullable String persons,
    @Nullable String citizens,
    @Nullable String businesses,
    @Nullable String governments,
    @Nullable String internationalOrganisations,
    @Nullable String observables,
    @Nullable String cves,
    @Nullable String products,
    @Nullable String references,
    @Nullable String languages,
    @Nullable String validFrom,
    @Nullable String validUntil,
    @Nullable String incidents,
    @Nullable String note) {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** For a warning about something of which that much is known. */
  static WarningForm fresh(WarningDraft draft) {
    return new WarningForm(
        UUID.randomUUID().toString(),
        0L,
        draft.title(),
        draft.summary(),
        draft.severity().key(),
        draft.type(),
        draft.tlp().name(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        lines(draft.observables()),
        null,
        null,
        null,
        "en",
        null,
        null,
        lines(draft.incidents()),
        null);
  }

  /** For one that is being written. */
  static WarningForm of(WarningContent content, long version, @Nullable String note) {
    Addressees audience = content.audience();
    return new WarningForm(
        UUID.randomUUID().toString(),
        version,
        content.title(),
        content.summary(),
        content.severity().key(),
        content.type(),
        content.tlp().name(),
        audience.groups(),
        lines(audience.organisations()),
        lines(audience.persons()),
        content.advice().citizens(),
        content.advice().businesses(),
        content.advice().governments(),
        content.advice().internationalOrganisations(),
        lines(content.observables().stream().map(one -> one.value()).toList()),
        lines(content.cves()),
        lines(content.products()),
        lines(content.references()),
        String.join(", ", content.languages()),
        text(content.validFrom()),
        text(content.validUntil()),
        lines(content.incidents().stream().map(UUID::toString).toList()),
        note);
  }

  /**
   * What a command says of it.
   *
   * @throws BadParameterException for a time that is none
   */
  ObjectNode details() {
    ObjectNode details = EntityJson.MAPPER.createObjectNode();
    put(details, "title", title);
    put(details, "summary", summary);
    put(details, "severity", severity);
    put(details, "type", type);
    put(details, "tlp", tlp);
    put(details, "validFrom", time("validFrom", validFrom));
    put(details, "validUntil", time("validUntil", validUntil));
    put(details, "note", note);
    ObjectNode advice = details.putObject("advice");
    put(advice, "citizens", citizens);
    put(advice, "businesses", businesses);
    put(advice, "governments", governments);
    put(advice, "internationalOrganisations", internationalOrganisations);
    details.set("audience", audience());
    all(details.putArray("cves"), cves);
    all(details.putArray("products"), products);
    all(details.putArray("references"), references);
    all(details.putArray("languages"), languages == null ? null : languages.replace(',', '\n'));
    all(details.putArray("incidents"), incidents);
    ArrayNode found = details.putArray("observables");
    OrganisationForm.lines(observables)
        .forEach(line -> found.addObject().put("type", typeOf(line)).put("value", line));
    return details;
  }

  /** Whom it is addressed to. */
  ObjectNode audience() {
    ObjectNode audience = EntityJson.MAPPER.createObjectNode();
    ArrayNode ticked = audience.putArray("groups");
    (groups == null ? List.<String>of() : groups)
        .stream().filter(group -> !group.isBlank()).forEach(ticked::add);
    all(audience.putArray("organisations"), organisations);
    all(audience.putArray("persons"), persons);
    return audience;
  }

  /** What a line of what to look for is, by its shape. */
  static String typeOf(String line) {
    if (line.contains("://")) {
      return "url";
    }
    if (line.matches("[0-9A-Fa-f]{32}")) {
      return "md5";
    }
    if (line.matches("[0-9A-Fa-f]{40}")) {
      return "sha-1";
    }
    if (line.matches("[0-9A-Fa-f]{64}")) {
      return "sha-256";
    }
    if (line.indexOf('@') > 0) {
      return "email-addr";
    }
    boolean address = line.matches("[0-9.]+(/[0-9]+)?") || line.indexOf(':') >= 0;
    return address ? "ip" : "domain-name";
  }

  private static void all(ArrayNode array, @Nullable String text) {
    OrganisationForm.lines(text).forEach(array::add);
  }

  private static void put(ObjectNode details, String name, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      details.put(name, text.strip());
    }
  }

  private static @Nullable String time(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC).toString();
    } catch (DateTimeParseException e) {
      throw new BadParameterException(field, "'" + field + "' must be a date and a time.");
    }
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : MINUTES.format(instant);
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }
}
