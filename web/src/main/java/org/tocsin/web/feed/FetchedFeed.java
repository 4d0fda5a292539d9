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
 * @param decided what was decided about it
 * @param state {@code off}, {@code waiting}, {@code listening}, {@code fetching}, {@code failing},
 *     {@code paused}, {@code unusable}, {@code elsewhere} or {@code removed}
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
    Decided decided,
    String state,
    @Nullable Instant lastFetch,
    @Nullable Instant lastSuccess,
    @Nullable Instant next,
    @Nullable UUID lastReceipt,
    long records,
    Duration lag,
    int failures,
    @Nullable String lastError) {

  /** A feed of which nothing is known but what it is, and what is wrong with that. */
  public static FetchedFeed idle(
      Definition definition, Decided decided, String state, @Nullable String problem) {
    return new FetchedFeed(
        definition, decided, state, null, null, null, null, 0, Duration.ZERO, 0, problem);
  }

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
   * @param secret the property that holds its secret, null where it needs none; never the secret
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
      boolean enabled,
      @Nullable String secret) {}

  /**
   * What was decided about a feed.
   *
   * @param removed whether it was taken away
   * @param shipped whether the node's files define it, too
   * @param redefined whether its definition is not that of the files
   */
  public record Decided(boolean removed, boolean shipped, boolean redefined) {}
}
