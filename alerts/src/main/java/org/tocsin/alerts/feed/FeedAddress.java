package org.tocsin.alerts.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where feeds are: the paths, and in full as those outside know them. */
final class FeedAddress {
  static final String ATOM = "/feeds/warnings.atom";
  static final String CAP = "/feeds/cap/";

  /** One of the warnings, as an alert. */
  static final String ALERT = CAP + "{warning}.xml";

  /** Where providers of CSAF are looked for (CSAF 2.0 section 7.1.9). */
  static final String PROVIDER = "/.well-known/csaf/provider-metadata.json";

  static final String CSAF = "/feeds/csaf/";
  static final String CSAF_KEY = CSAF + "openpgp.asc";
  static final String CSAF_FEED = CSAF + "{level}/feed.json";

  /** Section 7.1.11: by level and year. */
  static final String CSAF_DOCUMENT = CSAF + "{level}/{year}/{warning}.json";

  /** The service document of ROLIE (RFC 8322 section 5.1). */
  static final String ROLIE = "/feeds/rolie/";

  static final String ROLIE_CATEGORIES = ROLIE + "categories.atomcat";
  static final String ROLIE_FEED = ROLIE + "warnings.atom";
  static final String ROLIE_ENTRY = ROLIE + "{warning}.atom";

  static final String BLOCKLIST = "/feeds/blocklist/{kind}.txt";
  static final String ZONE = "/feeds/rpz.zone";
  static final String INDICATORS = "/feeds/indicators.csv";

  static final String MISP = "/feeds/misp/";
  static final String MISP_EVENT = MISP + "{warning}.json";

  private final @Nullable URI url;

  /**
   * The node's addresses.
   *
   * @param url where it is reached from outside, null for what it is asked at
   */
  FeedAddress(@Nullable URI url) {
    this.url = url;
  }

  /** A path in full; only while a request is answered. */
  URI of(String path) {
    String base =
        url == null
            ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
            : url.toString().replaceFirst("/+$", "");
    return URI.create(base + path);
  }

  /** The same with a query, which is written as it is. */
  URI of(String path, String query) {
    return URI.create(of(path) + "?" + query);
  }
}
