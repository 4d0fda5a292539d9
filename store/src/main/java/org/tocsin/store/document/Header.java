package org.tocsin.store.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Slot;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.Listing;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a document says beside its STIX: where the record entered first, and since when it is there.
 *
 * @param slot where it entered first
 * @param origin provider and feed
 * @param submitter who sent it in
 * @param format the format it was read as
 * @param normaliser version of the normaliser that made the content
 * @param collectedAt when it was collected
 * @param added when it becomes visible
 * @param tlp how far it may travel
 * @param raw where its raw record is kept
 * @param start where its own bytes begin in the raw record's text
 * @param length how many bytes it takes there
 * @param revisedAt when the store itself changed the STIX, null when it never did
 * @param listing whether a list still holds it, null for what is no entry of a list
 */
public record Header(
    Slot slot,
    Origin origin,
    String submitter,
    String format,
    int normaliser,
    Instant collectedAt,
    Instant added,
    Tlp tlp,
    RawLocation raw,
    int start,
    int length,
    @Nullable Instant revisedAt,
    @Nullable Listing listing) {

  /** The header of a fact that is written for the first time. */
  public static Header of(PlacedFact fact, Tlp tlp) {
    return new Header(
        fact.slot(),
        fact.origin(),
        fact.submitter(),
        fact.format(),
        fact.normaliser(),
        fact.collectedAt(),
        fact.added(),
        tlp,
        fact.raw(),
        fact.accepted().start(),
        fact.accepted().length(),
        null,
        fact.isListed() ? Listing.of(fact.collectedAt()) : null);
  }

  /** The header of a document. */
  public static Header read(ObjectNode source) {
    RawFields raw = RawFields.read(source);
    return new Header(
        slot(source.path("slot").asString()),
        new Origin(source.path("provider").asString(), source.path("feed").asString()),
        source.path("submitter").asString(),
        source.path("format").asString(),
        source.path("normaliser").asInt(),
        Instant.parse(source.path("collected_at").asString()),
        Instant.parse(source.path("added").asString()),
        Tlp.valueOf(source.path("tlp").asString()),
        raw.location(),
        raw.start(),
        raw.length(),
        time(source, "revised_at"),
        listing(source));
  }

  void write(JsonText json) {
    json.text("slot", slot.toString())
        .text("receipt", slot.receipt().toString())
        .text("provider", origin.provider())
        .text("feed", origin.feed())
        .text("submitter", submitter)
        .text("format", format)
        .number("normaliser", normaliser)
        .time("collected_at", collectedAt)
        .time("added", added)
        .text("tlp", tlp.name())
        .text("revised_at", revisedAt == null ? null : StixTime.millis(revisedAt));
    if (listing != null) {
      json.time("last_reported", listing.lastReported());
      if (listing.endedAt() != null) {
        json.time("ended_at", listing.endedAt());
      }
    }
    new RawFields(raw, start, length).write(json);
  }

  /** The same made by that normaliser, no looser than that level. */
  public Header remade(int version, Tlp atLeast) {
    return with(version, Tlp.stricter(tlp, atLeast), added, revisedAt, listing);
  }

  /** The same after a change that readers are to see as new: visible from then on, or later. */
  public Header changed(Instant when) {
    Instant later = when.isAfter(added) ? when : added;
    return with(normaliser, tlp, later, later, listing);
  }

  /** The same after that fact of the same content too: a list that holds it has it until then. */
  public Header reported(PlacedFact fact) {
    if (!fact.isListed()) {
      return this;
    }
    Instant time = fact.collectedAt();
    return listed(listing == null ? Listing.of(time) : listing.reported(time));
  }

  /** Whether that fact tells more of when a list last held it. */
  public boolean isReportedLater(PlacedFact fact) {
    return fact.isListed() && (listing == null || listing.isBefore(fact.collectedAt()));
  }

  /** The same in a list that holds it like that. */
  public Header listed(@Nullable Listing like) {
    return with(normaliser, tlp, added, revisedAt, like);
  }

  private static @Nullable Instant time(ObjectNode source, String name) {
    return StixTime.parse(source.path(name).asString("")).orElse(null);
  }

  private static @Nullable Listing listing(ObjectNode source) {
    Instant lastReported = time(source, "last_reported");
    return lastReported == null ? null : new Listing(lastReported, time(source, "ended_at"));
  }

  private Header with(
      int version, Tlp level, Instant visible, @Nullable Instant changed, @Nullable Listing like) {
    return new Header(
        slot,
        origin,
        submitter,
        format,
        version,
        collectedAt,
        visible,
        level,
        raw,
        start,
        length,
        changed,
        like);
  }

  /** Reads a slot as {@link Slot#toString} writes it; throws IllegalArgumentException otherwise. */
  public static Slot slot(String text) {
    int position = text.lastIndexOf('-');
    int number = text.lastIndexOf('-', position - 1);
    if (number < 0) {
      throw new IllegalArgumentException("not a slot");
    }
    return new Slot(
        UUID.fromString(text.substring(0, number)),
        Integer.parseInt(text.substring(number + 1, position)),
        Integer.parseInt(text.substring(position + 1)));
  }
}
