package org.tocsin.ingest.feed;

import java.time.Duration;

/**
 * How collectors go about it.
 *
 * @param concurrency how many fetch at the same time
 * @param spread how far the first fetches after a start are spread
 * @param firstPause pause after a failure, doubled after each further one
 * @param longestPause the longest such pause
 */
public record FeedSettings(
    int concurrency, Duration spread, Duration firstPause, Duration longestPause) {}
