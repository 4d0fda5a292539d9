package org.tocsin.triage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.stream.lane.LaneConsumer;
import org.tocsin.stream.lane.LaneTicker;
import org.tocsin.stream.submission.SubmissionConsumer;
import org.tocsin.triage.account.AccountWatch;

/** All that a process with the role triage does, from the first start to the end. */
public final class TriageWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TriageWork.class);

  private final List<LaneConsumer> lanes;
  private final SubmissionConsumer submissions;
  private final LaneTicker ticker;
  private final AccountWatch watch;
  private final Duration watchInterval;
  private final ScheduledExecutorService clock;
  private boolean isWatchFailing;

  TriageWork(
      List<LaneConsumer> lanes,
      SubmissionConsumer submissions,
      LaneTicker ticker,
      AccountWatch watch,
      Duration watchInterval) {
    this.lanes = List.copyOf(lanes);
    this.submissions = submissions;
    this.ticker = ticker;
    this.watch = watch;
    this.watchInterval = watchInterval;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("account-watch").daemon().factory());
  }

  /** Starts to work; once only, when topics and indices are there. */
  public void start() {
    submissions.start();
    lanes.forEach(LaneConsumer::start);
    ticker.start();
    var unused =
        clock.scheduleWithFixedDelay(
            this::look, watchInterval.toMillis(), watchInterval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether every part of it still works. */
  public boolean isRunning() {
    return submissions.isRunning() && lanes.stream().allMatch(LaneConsumer::isRunning);
  }

  private void look() {
    try {
      watch.look();
      isWatchFailing = false;
    } catch (RuntimeException e) {
      if (!isWatchFailing) {
        LOG.warn("accounts cannot be checked just now", e);
      }
      isWatchFailing = true;
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    ticker.close();
    lanes.forEach(LaneConsumer::close);
    submissions.close();
  }
}
