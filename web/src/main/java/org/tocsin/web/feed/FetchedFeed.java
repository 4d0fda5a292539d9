package org.tocsin.web.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

/**
 * A feed and how it fares.
 *
 * @param definition what it is
 * @param state {@code off}, {@code waiting}, {@code listening}, {@code fetching}, {@code failing}
 *     or {@code paused}
 * @param lastFetch when it was last tried, null where it was not since the start
 * @param lastSuccess when it was last fetched without fault, null for never
 * @param next when it is tried next, null where it is not
 * @param lastReceipt the receipt of what was last taken of it, null for none
 * @param records how many records were taken of it ever
 * @param lag how far it is behind its schedule
 * @param failures how often it failed in a row
 * @param lastError what went wrong the last time, null where nothing did
 */
public record FetchedFeed(
    Definition definition,
    String state,
    @Nullable Instant lastFetch,
    @Nullable Instant lastSuccess,
    @Nullable Instant next,
    @Nullable UUID lastReceipt,
    long records,
    Duration lag,
    int failures,
    @Nullable String lastError) {

  /**
   * What a feed is.
   *
   * @param name its name here
   * @param origin provider and feed its records are kept under
   * @param way {@code url}, {@code taxii} or {@code misp}
   * @param url from where it is fetched; holds no secret
   * @param kind {@code events} or {@code list}
   * @param format the format it is read as, null where it is recognised
   * @param tlp the level of what it publishes
   * @param confidence how sure its provider is, 0 to 100
   * @param schedule an ISO 8601 duration or a cron expression in UTC
   * @param licence under which terms it is published
   * @param documentation where its provider describes it
   * @param enabled whether it is switched on
   */
  public record Definition(
      String name,
      Origin origin,
      String way,
      String url,
      String kind,
      @Nullable String format,
      Tlp tlp,
      int confidence,
      String schedule,
      String licence,
      String documentation,
      boolean enabled) {}
}
