package org.tocsin.ingest.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.outward.Validators;

/**
 * What is remembered of a feed from one start to the next. Losing it costs a fetch and nothing
 * else: what was there before is known by its records.
 *
 * @param reading what {@link FeedDefinition#reading()} was when it was last taken, null for never
 * @param etag the entity tag of what was last taken, null for none
 * @param lastModified its time as the server wrote it, null for none
 * @param sha256 the hash of its bytes, null for none
 * @param cursor where a way in goes on that fetches only what is new, null for from the beginning
 * @param lastSuccess when it was last fetched without fault, null for never
 * @param lastReceipt the receipt of what was last taken, null for none
 * @param records how many records were taken of it ever
 * @param left what of it could not be taken though all else was, in one sentence for people; null
 *     for nothing
 * @param trouble what went wrong since, null where nothing did
 */
public record FeedMemory(
    @Nullable String reading,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String sha256,
    @Nullable String cursor,
    @Nullable Instant lastSuccess,
    @Nullable UUID lastReceipt,
    long records,
    @Nullable String left,
    @Nullable Trouble trouble) {
  static final FeedMemory NEW =
      new FeedMemory(null, null, null, null, null, null, null, 0, null, null);

  /**
   * A feed that could not be fetched.
   *
   * @param failures how often in a row
   * @param error what went wrong the last time
   * @param at when that was
   * @param notBefore when its server wants to be asked again at the soonest, null where it said
   *     none
   */
  record Trouble(int failures, String error, Instant at, @Nullable Instant notBefore) {}

  /** The same without what belongs to another reading of the feed. */
  FeedMemory readAs(String now) {
    return now.equals(reading)
        ? this
        : new FeedMemory(
            now, null, null, null, null, lastSuccess, lastReceipt, records, null, null);
  }

  /** What a conditional request is made of. */
  Validators validators() {
    return new Validators(etag, lastModified);
  }

  FeedMemory succeeded(Instant at) {
    return new FeedMemory(
        reading, etag, lastModified, sha256, cursor, at, lastReceipt, records, left, null);
  }

  FeedMemory validated(Validators now) {
    return new FeedMemory(
        reading,
        now.etag(),
        now.lastModified(),
        sha256,
        cursor,
        lastSuccess,
        lastReceipt,
        records,
        left,
        trouble);
  }

  FeedMemory hashed(String hash) {
    return new FeedMemory(
        reading,
        etag,
        lastModified,
        hash,
        cursor,
        lastSuccess,
        lastReceipt,
        records,
        left,
        trouble);
  }

  FeedMemory at(@Nullable String place) {
    return new FeedMemory(
        reading,
        etag,
        lastModified,
        sha256,
        place,
        lastSuccess,
        lastReceipt,
        records,
        left,
        trouble);
  }

  FeedMemory took(UUID receipt, long more) {
    return new FeedMemory(
        reading,
        etag,
        lastModified,
        sha256,
        cursor,
        lastSuccess,
        receipt,
        records + more,
        left,
        trouble);
  }

  FeedMemory leaving(@Nullable String what) {
    return new FeedMemory(
        reading,
        etag,
        lastModified,
        sha256,
        cursor,
        lastSuccess,
        lastReceipt,
        records,
        what,
        trouble);
  }

  FeedMemory failed(Trouble again) {
    return new FeedMemory(
        reading,
        etag,
        lastModified,
        sha256,
        cursor,
        lastSuccess,
        lastReceipt,
        records,
        left,
        again);
  }
}
