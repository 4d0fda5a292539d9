package org.tocsin.web.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StoredObservation;

/**
 * An observation in a list.
 *
 * @param id its id
 * @param observedAt when it happened
 * @param title what kind of incident it tells of, in words
 * @param type RSIT type, null where it is not known
 * @param classification RSIT classification, null where it is not known
 * @param reportType the provider's own name for the kind of report, null where there is none
 * @param provider who publishes it
 * @param feed in which stream
 * @param tlp its level
 * @param indicators what leads to other observations, the first few
 * @param more how many more there are
 * @param mail what somebody wrote, null where it is no mail or the reader may not read it
 */
record ObservationCard(
    String id,
    Moment observedAt,
    String title,
    @Nullable String type,
    @Nullable String classification,
    @Nullable String reportType,
    String provider,
    String feed,
    Level tlp,
    List<Indicator> indicators,
    int more,
    @Nullable MailText mail) {
  private static final int SHOWN = 5;

  /**
   * A level of the traffic light protocol.
   *
   * @param label as people write it
   * @param key its colour in the style sheet
   */
  record Level(String label, String key) {
    static Level of(Tlp tlp) {
      return new Level(tlp.label(), tlp.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  static ObservationCard of(StoredObservation stored) {
    List<Indicator> indicators = Indicator.of(stored);
    int shown = Math.min(SHOWN, indicators.size());
    return new ObservationCard(
        stored.id().toString(),
        Moment.seconds(stored.observedAt()),
        title(stored),
        stored.rsit() == null ? null : stored.rsit().type(),
        stored.rsit() == null ? null : stored.rsit().classification(),
        stored.reportType(),
        stored.origin().provider(),
        stored.origin().feed(),
        Level.of(stored.tlp()),
        indicators.subList(0, shown),
        indicators.size() - shown,
        MailText.of(stored));
  }

  static String title(StoredObservation stored) {
    return stored.rsit() == null ? "Unclassified" : RsitWords.of(stored.rsit());
  }
}
