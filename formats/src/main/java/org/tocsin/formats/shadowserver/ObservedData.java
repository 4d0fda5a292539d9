package org.tocsin.formats.shadowserver;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the observed-data of a row (STIX 2.1 section 4.14) with Tocsin's extension. */
final class ObservedData {
  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  /** Section 4.14.1. */
  private static final long MAX_NUMBER = 999_999_999L;

  private static final int NANOS_OF_MILLI = 1_000_000;

  private final RawRecord raw;
  private final String createdBy;
  private final String created;
  private final Tlp tlp;

  ObservedData(RawRecord raw, String createdBy, Tlp tlp) {
    this.raw = raw;
    this.createdBy = createdBy;
    this.created = StixTime.millis(raw.collectedAt());
    this.tlp = tlp;
  }

  /** The observed-data of that row, referring to those objects. */
  StixObject of(UUID contentId, ReportType type, Instant observedAt, Row row, Set<String> refs) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String first = time(observedAt);
    json.put("type", "observed-data")
        .put("spec_version", "2.1")
        .put("id", "observed-data--" + contentId)
        .put("created_by_ref", createdBy)
        .put("created", created)
        .put("modified", created)
        .put("first_observed", first)
        .put("last_observed", ended(row, observedAt).map(ObservedData::time).orElse(first))
        .put("number_observed", number(row));
    ArrayNode objectRefs = json.putArray("object_refs");
    refs.forEach(objectRefs::add);
    json.putArray("object_marking_refs").add(tlp.markingId());
    json.putObject("extensions").set(TocsinExtension.ID, extension(type, row));
    return new StixObject(json);
  }

  private ObjectNode extension(ReportType type, Row row) {
    Rsit rsit = type.family().rsit();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("extension_type", "property-extension")
        .put(TocsinExtension.CLASSIFICATION, rsit.classification())
        .put(TocsinExtension.CLASSIFICATION_TYPE, rsit.type())
        .put(TocsinExtension.PROVIDER, raw.origin().provider())
        .put(TocsinExtension.FEED, raw.origin().feed())
        .put(TocsinExtension.REPORT_TYPE, type.name());
    Set<String> countries = countries(row);
    if (!countries.isEmpty()) {
      ArrayNode list = json.putArray(TocsinExtension.COUNTRIES);
      countries.forEach(list::add);
    }
    json.set(TocsinExtension.FIELDS, row.fields());
    return json;
  }

  /** ISO 3166-1; reports also write the reserved {@code UK} for {@code GB}. */
  private static Set<String> countries(Row row) {
    Set<String> countries = new LinkedHashSet<>();
    for (int column : row.layout().columns(Role.COUNTRY)) {
      String code = row.text(column).toUpperCase(Locale.ROOT);
      String country = code.equals("UK") ? "GB" : code;
      if (COUNTRIES.contains(country)) {
        countries.add(country);
      }
    }
    return countries;
  }

  private static Optional<Instant> ended(Row row, Instant observedAt) {
    return Optional.ofNullable(row.first(Role.END))
        .flatMap(Timestamps::parse)
        .filter(end -> end.isAfter(observedAt));
  }

  private static long number(Row row) {
    String count = row.first(Role.COUNT);
    return count == null ? 1 : Math.clamp(Ends.number(count), 1, MAX_NUMBER);
  }

  private static String time(Instant instant) {
    return instant.getNano() % NANOS_OF_MILLI == 0 ? StixTime.millis(instant) : instant.toString();
  }
}
