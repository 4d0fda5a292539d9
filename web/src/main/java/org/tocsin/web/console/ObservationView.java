package org.tocsin.web.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.store.Listing;
import org.tocsin.store.StoredObservation;

/**
 * An observation on its own page.
 *
 * @param card what a list shows of it
 * @param indicators all that leads to other observations
 * @param fields the fields of the original record
 * @param format the format it was read as
 * @param submitter who sent it in, null where the reader may not see that
 * @param collectedAt when it was collected
 * @param added when it became visible
 * @param listed what it is to its list, null for an event
 * @param receipt the submission it came in, null where the reader may not see that
 * @param slot the record's place in the submission, null where the reader may not see that
 * @param objects its STIX
 */
record ObservationView(
    ObservationCard card,
    List<Indicator> indicators,
    List<Field> fields,
    String format,
    @Nullable String submitter,
    Moment collectedAt,
    Moment added,
    @Nullable Listed listed,
    @Nullable String receipt,
    @Nullable String slot,
    List<StixCard> objects) {

  /** A field of the original record. */
  record Field(String name, String value) {}

  /**
   * An entry of a list.
   *
   * @param since when the first snapshot that held it was collected
   * @param lastReported when the last one was
   * @param ended when the first whole one that no longer held it was, null while there is none
   */
  record Listed(Moment since, Moment lastReported, @Nullable Moment ended) {
    static @Nullable Listed of(StoredObservation stored) {
      Listing listing = stored.listing();
      if (listing == null) {
        return null;
      }
      Instant ended = listing.endedAt();
      return new Listed(
          Moment.seconds(stored.collectedAt()),
          Moment.seconds(listing.lastReported()),
          ended == null ? null : Moment.seconds(ended));
    }
  }

  static ObservationView of(StoredObservation stored) {
    boolean open = stored.isWhole();
    return new ObservationView(
        ObservationCard.of(stored),
        Indicator.of(stored),
        fields(stored),
        stored.format(),
        stored.submitter(),
        Moment.seconds(stored.collectedAt()),
        new Moment(StixTime.micros(stored.added()), Moment.seconds(stored.added()).text()),
        Listed.of(stored),
        open ? stored.slot().receipt().toString() : null,
        open
            ? "raw record " + stored.slot().number() + ", position " + stored.slot().position()
            : null,
        stored.objects().stream().map(StixCard::of).toList());
  }

  private static List<Field> fields(StoredObservation stored) {
    List<Field> fields = new ArrayList<>();
    for (StixObject object : stored.objects()) {
      object
          .json()
          .path("extensions")
          .path(TocsinExtension.ID)
          .path(TocsinExtension.FIELDS)
          .properties()
          .forEach(field -> fields.add(new Field(field.getKey(), field.getValue().asString(""))));
    }
    return fields;
  }
}
