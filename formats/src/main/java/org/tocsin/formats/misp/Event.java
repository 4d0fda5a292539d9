package org.tocsin.formats.misp;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.JsonFields;
import org.tocsin.formats.record.Timestamps;
import org.tocsin.model.report.RejectReason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The head of an event.
 *
 * @param fields its fields
 * @param uuid its id, for all its versions
 * @param info what it is about, its title
 * @param created when it began: its date, or its version's time where it has none before that
 * @param modified when this version was made
 * @param published when it was published; {@code modified} where it was not, or nobody says
 * @param tags its own tags
 */
record Event(
    JsonFields fields,
    String uuid,
    String info,
    Instant created,
    Instant modified,
    Instant published,
    Tags tags) {
  private static final Pattern UUID =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  /** Reads the head of the event a record holds, alone or as {@code Event}. */
  static Event of(ObjectNode record) throws Fault {
    JsonFields fields = fields(record);
    String uuid = fields.text("uuid");
    if (!isUuid(uuid)) {
      throw Fault.bad(fields.at("uuid"), "The id of an event is a UUID.");
    }
    String info = fields.text("info");
    Optional<Instant> date = time(fields.optional("date"));
    Instant modified =
        time(fields.optional("timestamp"))
            .or(() -> time(fields.optional("publish_timestamp")))
            .or(() -> date)
            .or(() -> lastOfAttributes(fields.object()))
            .orElseThrow(() ->
                Fault.missing(
                    fields.at("timestamp"),
                    "An event says when it was changed, or its date, in a way that can be read."));
    Instant created = date.filter(day -> day.isBefore(modified)).orElse(modified);
    Instant published =
        time(fields.optional("publish_timestamp"))
            .filter(at -> at.isAfter(Instant.EPOCH))
            .orElse(modified);
    return new Event(
        fields, uuid, info, created, modified, published, Tags.of(fields.object().path("Tag")));
  }

  private static JsonFields fields(ObjectNode record) throws Fault {
    if (record.get("Event") instanceof ObjectNode event) {
      return new JsonFields(event, "/Event");
    }
    if (record.path("response").get("Event") instanceof ObjectNode event) {
      return new JsonFields(event, "/response/Event");
    }
    if (isManifest(record)) {
      throw new Fault(
          RejectReason.UNKNOWN_TYPE,
          null,
          "This is the manifest of a MISP feed, which lists events and holds none.");
    }
    if (!record.has("info") && !record.has("uuid")) {
      throw new Fault(RejectReason.UNKNOWN_TYPE, null, "This is MISP, but it is no event.");
    }
    return new JsonFields(record, "");
  }

  /** Whether it is the manifest of a feed, which lists events and holds none. */
  static boolean isManifest(ObjectNode record) {
    Optional<Map.Entry<String, JsonNode>> first = record.properties().stream().findFirst();
    return first
        .filter(entry -> isUuid(entry.getKey()) && entry.getValue().has("info"))
        .isPresent();
  }

  private static Optional<Instant> lastOfAttributes(ObjectNode event) {
    Instant last = null;
    for (JsonNode attribute : event.path("Attribute")) {
      Instant at = time(attribute.path("timestamp").asString("")).orElse(null);
      last = at != null && (last == null || at.isAfter(last)) ? at : last;
    }
    return Optional.ofNullable(last);
  }

  /** A moment as seconds since 1970 or written out; empty where it is none. */
  static Optional<Instant> time(@Nullable String text) {
    if (text == null || text.isBlank() || text.equals("0")) {
      return Optional.empty();
    }
    if (text.length() <= 11 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    }
    return Timestamps.parse(text);
  }
}
