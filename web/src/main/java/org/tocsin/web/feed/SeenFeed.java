package org.tocsin.web.feed;

/**
 * A feed as it stands now.
 *
 * @param version how many commands were applied to it, for the next one's {@code expectedVersion};
 *     0 where only files define it
 */
public record SeenFeed(FetchedFeed feed, long version) {}
