package org.tocsin.web.console;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.warning.Advice;
import org.tocsin.model.warning.Observable;
import org.tocsin.model.warning.WarningContent;

/**
 * All that a warning says, as a page shows it.
 *
 * @param kind what it warns of, null where no type fits
 * @param advice what to do, for each kind of reader that something is said to
 * @param observables what to look for
 * @param from from when it holds, null for its publication
 * @param until until when it holds, null where no end is known
 */
record WarningCard(
    String title,
    String summary,
    ObservationCard.Level level,
    String severity,
    String severityWords,
    @Nullable String kind,
    List<Words> advice,
    List<Sought> observables,
    List<String> cves,
    List<String> products,
    List<String> references,
    String languages,
    @Nullable Moment from,
    @Nullable Moment until) {
  /** A text under a heading. */
  record Words(String heading, @Nullable String text) {}

  /** Something to look for, and what it is in words. */
  record Sought(String words, String value) {
    static Sought of(Observable observable) {
      String words =
          switch (observable.kind()) {
            case IPV4_ADDR, IPV6_ADDR ->
                observable.value().indexOf('/') < 0 ? "Address" : "Block of addresses";
            case DOMAIN_NAME -> "Domain";
            case URL -> "URL";
            case EMAIL_ADDR -> "Mail address";
            case MD5 -> "MD5";
            case SHA_1 -> "SHA-1";
            case SHA_256 -> "SHA-256";
          };
      return new Sought(words, observable.value());
    }
  }

  static WarningCard of(WarningContent content) {
    Advice advice = content.advice();
    return new WarningCard(
        content.title(),
        content.summary(),
        ObservationCard.Level.of(content.tlp()),
        content.severity().key(),
        RsitWords.of(content.severity().key()),
        content.rsit().map((Rsit rsit) -> RsitWords.of(rsit)).orElse(null),
        Stream.of(
                new Words("Citizens", advice.citizens()),
                new Words("Businesses", advice.businesses()),
                new Words("Governments", advice.governments()),
                new Words("International organisations", advice.internationalOrganisations()))
            .filter(words -> words.text() != null)
            .toList(),
        content.observables().stream().map(Sought::of).toList(),
        content.cves(),
        content.products(),
        content.references(),
        String.join(", ", content.languages()),
        moment(content.validFrom()),
        moment(content.validUntil()));
  }

  private static @Nullable Moment moment(@Nullable Instant instant) {
    return instant == null ? null : Moment.minutes(instant);
  }

  /** The observables as lines to copy. */
  public String lines() {
    return String.join("\n", observables.stream().map(Sought::value).toList());
  }
}
