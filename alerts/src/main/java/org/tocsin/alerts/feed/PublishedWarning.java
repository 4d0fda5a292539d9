package org.tocsin.alerts.feed;

import java.util.List;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.warning.WarningNotice;
import org.tocsin.model.warning.WarningNotice.Earlier;

/**
 * A warning as it was published last, for one reader.
 *
 * @param notice what it says now
 * @param earlier the versions the same reader may have got before, the first one first
 */
public record PublishedWarning(WarningNotice notice, List<Earlier> earlier) {
  public PublishedWarning {
    earlier = List.copyOf(earlier);
  }

  /** Where it is among others, as text that sorts by when they changed. */
  String place() {
    return StixTime.micros(notice.modified()) + "_" + notice.id();
  }
}
