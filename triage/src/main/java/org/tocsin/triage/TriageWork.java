package org.tocsin.triage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.store.ListEnds;
import org.tocsin.stream.journal.JournalConsumer;
import org.tocsin.stream.journal.Sealer;
import org.tocsin.stream.lane.LaneConsumer;
import org.tocsin.stream.lane.LaneTicker;
import org.tocsin.stream.observed.ObservedConsumer;
import org.tocsin.stream.observed.ObservedProgress;
import org.tocsin.stream.submission.SubmissionConsumer;
import org.tocsin.triage.account.AccountWatch;
import org.tocsin.triage.hunt.Hunt;

/** All that a process with the role triage does, from the first start to the end. */
public final class TriageWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TriageWork.class);

  /** Far more often than months change. */
  private static final Duration UPKEEP_INTERVAL = Duration.ofHours(1);

  private final List<LaneConsumer> lanes;
  private final SubmissionConsumer submissions;
  private final LaneTicker ticker;
  private final ObservedConsumer observed;
  private final ObservedProgress correlation;
  private final JournalConsumer journal;
  private final Optional<Sealer> sealer;
  private final AccountWatch watch;
  private final ListEnds listEnds;
  private final Hunt hunt;
  private final Duration watchInterval;
  private final Runnable upkeep;
  private final ScheduledExecutorService clock;

  TriageWork(
      List<LaneConsumer> lanes,
      SubmissionConsumer submissions,
      LaneTicker ticker,
      ObservedConsumer observed,
      ObservedProgress correlation,
      JournalConsumer journal,
      Optional<Sealer> sealer,
      AccountWatch watch,
      ListEnds listEnds,
      Hunt hunt,
      Duration watchInterval,
      Runnable upkeep) {
    this.lanes = List.copyOf(lanes);
    this.submissions = submissions;
    this.ticker = ticker;
    this.observed = observed;
    this.correlation = correlation;
    this.journal = journal;
    this.sealer = sealer;
    this.watch = watch;
    this.listEnds = listEnds;
    this.hunt = hunt;
    this.watchInterval = watchInterval;
    this.upkeep = upkeep;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("triage-chores").daemon().factory());
  }

  /** Starts to work; once only, when topics and indices are there. */
  public void start() {
    submissions.start();
    lanes.forEach(LaneConsumer::start);
    ticker.start();
    observed.start();
    journal.start();
    sealer.ifPresent(Sealer::start);
    hunt.start();
    repeat(new Chore("look how far the correlator is", correlation::lag), watchInterval);
    repeat(new Chore("check the accounts", watch::look), watchInterval);
    repeat(new Chore("end what lists no longer hold", listEnds::look), watchInterval);
    repeat(new Chore("keep up the indices", upkeep), UPKEEP_INTERVAL);
  }

  /** Whether every part of it still works. */
  public boolean isRunning() {
    return submissions.isRunning()
        && observed.isRunning()
        && journal.isRunning()
        && lanes.stream().allMatch(LaneConsumer::isRunning);
  }

  private void repeat(Chore chore, Duration interval) {
    var unused =
        clock.scheduleWithFixedDelay(
            chore, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Something done again and again; a failure is told of once, and the next time is another try.
   */
  private static final class Chore implements Runnable {
    private final String name;
    private final Runnable action;
    private boolean isFailing;

    Chore(String name, Runnable action) {
      this.name = name;
      this.action = action;
    }

    @Override
    public void run() {
      try {
        action.run();
        isFailing = false;
      } catch (RuntimeException e) {
        if (!isFailing) {
          LOG.warn("cannot {} just now", name, e);
        }
        isFailing = true;
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    hunt.close();
    sealer.ifPresent(Sealer::close);
    journal.close();
    ticker.close();
    lanes.forEach(LaneConsumer::close);
    observed.close();
    submissions.close();
  }
}
