package org.tocsin.ingest.feed;

import java.util.function.Consumer;

/** Fetches what is new of a feed and submits it. */
@FunctionalInterface
interface Way {
  /**
   * Fetches once.
   *
   * @param before what is remembered, of this reading of the feed
   * @param kept told what to remember as soon as a part is safely taken, so that a failure later on
   *     does not begin all over again
   * @return what to remember; the same receipt as before where there was nothing new
   * @throws org.tocsin.outward.FetchFailedException when it can not be fetched
   * @throws org.tocsin.outward.RetryableFetchException when it can not be fetched just now
   * @throws org.tocsin.ingest.refusal.RefusedException when it is not taken
   * @throws org.tocsin.ingest.refusal.RetryableRefusalException when it is not taken just now
   * @throws org.tocsin.stream.StreamUnavailableException when it can not be kept just now
   */
  FeedMemory pull(FeedMemory before, Consumer<FeedMemory> kept);
}
