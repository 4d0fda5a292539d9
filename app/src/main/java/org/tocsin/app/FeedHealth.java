package org.tocsin.app;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.tocsin.ingest.feed.FeedCollectors;
import org.tocsin.ingest.feed.FeedStanding;

/**
 * Health of the feeds: {@code BEHIND} names those that fail and are behind their schedule. The
 * process as a whole stays up, for another one would fetch no better.
 */
final class FeedHealth implements HealthIndicator {
  private final FeedCollectors collectors;
  private final Duration patience;
  private final InstantSource clock;

  FeedHealth(FeedCollectors collectors, Duration patience, InstantSource clock) {
    this.collectors = collectors;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (FeedStanding standing : collectors.standings()) {
      if (standing.lag(clock.instant()).compareTo(patience) > 0) {
        String error = standing.lastError();
        health
            .status(new Status("BEHIND"))
            .withDetail(standing.feed().name(), error == null ? "It is behind." : error);
      }
    }
    return health.build();
  }
}
