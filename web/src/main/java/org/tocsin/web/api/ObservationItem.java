package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.Listing;
import org.tocsin.store.StoredObservation;
import tools.jackson.databind.node.ObjectNode;

/**
 * An observation with its STIX.
 *
 * @param added when it became visible, six digits
 * @param lastReported when the last snapshot of a list that held it was collected; null for an
 *     event
 * @param endedAt when the first whole snapshot after that was collected; null while it is listed
 * @param receipt the submission it came in; null where the reader may not see that
 * @param raw where its bytes are; null where the reader may not see them
 * @param objects the observed-data first, then the SCOs it refers to
 */
@JsonInclude(Include.NON_NULL)
record ObservationItem(
    UUID id,
    @Schema(description = "When it happened, as the record says") String observedAt,
    @Schema(description = "When it was collected") String collectedAt,
    @Schema(description = "When it became visible, six digits") String added,
    @Schema(description = "When the last snapshot of a list that held it was collected")
        @Nullable String lastReported,
    @Schema(description = "When the first whole snapshot that no longer held it was collected")
        @Nullable String endedAt,
    String provider,
    String feed,
    String format,
    @Nullable String reportType,
    @Schema(description = "RSIT classification") @Nullable String classification,
    @Schema(description = "RSIT type") @Nullable String type,
    String tlp,
    @Nullable UUID receipt,
    @Nullable Raw raw,
    @Schema(description = "STIX 2.1: the observed-data, then the SCOs it refers to")
        List<ObjectNode> objects) {

  /**
   * Where the bytes are.
   *
   * @param href address of the record's own bytes
   * @param number the raw record's number in the submission, from 0
   * @param position the record's position in it, from 0
   * @param length how many bytes it takes
   */
  record Raw(String href, int number, int position, int length) {
    static Raw of(StoredObservation stored) {
      return new Raw(
          "/api/observations/" + stored.id() + "/raw",
          stored.slot().number(),
          stored.slot().position(),
          stored.length());
    }
  }

  static ObservationItem of(StoredObservation stored) {
    boolean open = stored.isWhole();
    Listing listing = stored.listing();
    return new ObservationItem(
        stored.id(),
        stored.observedAt().toString(),
        StixTime.millis(stored.collectedAt()),
        StixTime.micros(stored.added()),
        listing == null ? null : StixTime.millis(listing.lastReported()),
        listing == null || listing.endedAt() == null ? null : StixTime.millis(listing.endedAt()),
        stored.origin().provider(),
        stored.origin().feed(),
        stored.format(),
        stored.reportType(),
        stored.rsit() == null ? null : stored.rsit().classification(),
        stored.rsit() == null ? null : stored.rsit().type(),
        stored.tlp().label(),
        open ? stored.slot().receipt() : null,
        open ? Raw.of(stored) : null,
        stored.objects().stream().map(StixObject::json).toList());
  }
}
