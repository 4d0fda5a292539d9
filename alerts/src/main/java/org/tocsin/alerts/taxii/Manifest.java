package org.tocsin.alerts.taxii;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;

/**
 * What objects there are in a collection, without themselves (TAXII 2.1 section 5.3.1).
 *
 * @param more whether there is more
 * @param next where to go on, null where there is no more
 */
record Manifest(
    boolean more,
    @JsonInclude(Include.NON_NULL) @Nullable String next,
    @JsonInclude(Include.NON_EMPTY) List<ManifestRecord> objects) {

  /** One version of one object. */
  record ManifestRecord(
      String id,
      @JsonProperty("date_added") String dateAdded,
      String version,
      @JsonProperty("media_type") String mediaType) {
    static ManifestRecord of(Slice.Item item) {
      return new ManifestRecord(
          item.object().id(), StixTime.micros(item.added()), item.version(), TaxiiMediaType.STIX);
    }
  }

  static Manifest of(Slice slice) {
    return new Manifest(
        slice.more(), slice.next(), slice.items().stream().map(ManifestRecord::of).toList());
  }
}
