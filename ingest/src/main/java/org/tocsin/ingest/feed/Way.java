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

  /**
   * Listens for news until there is a reason to begin anew, or the thread is interrupted. Whoever
   * calls it calls it again.
   *
   * @param news told when there may be something new, also right after it began to listen
   * @return false where there is nothing to listen to, which is so for all but mailboxes
   * @throws org.tocsin.outward.FetchFailedException when it can not be listened to
   * @throws org.tocsin.outward.RetryableFetchException when it can not be listened to just now
   */
  default boolean listen(Runnable news) {
    return false;
  }
}
