package org.tocsin.alerts.feed;

import java.time.ZoneOffset;
import java.util.Locale;
import org.tocsin.formats.csaf.CsafWriter;
import org.tocsin.model.warning.WarningNotice;

/** Where the CSAF document of a warning is (CSAF 2.0 section 7.1.11): by level and year. */
final class CsafPlace {
  private CsafPlace() {}

  static String of(WarningNotice notice) {
    return FeedAddress.CSAF
        + String.join(
            "/",
            level(notice),
            String.valueOf(year(notice)),
            CsafWriter.fileName(notice.id()) + ".json");
  }

  static String level(WarningNotice notice) {
    return CsafWriter.label(notice.tlp()).toLowerCase(Locale.ROOT);
  }

  /** That of the first version. */
  static int year(WarningNotice notice) {
    return notice.created().atZone(ZoneOffset.UTC).getYear();
  }
}
