package org.tocsin.triage.hunt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.report.Lane;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.ObjectQuery;
import org.tocsin.store.Page;
import org.tocsin.store.StixObjects;
import org.tocsin.store.StixVersions;
import org.tocsin.store.StoredObject;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery;
import org.tocsin.stream.hunt.HuntProgress;

/**
 * Hunts new versions of indicators, in the order they became visible, from the process that
 * projects the journal: there is one at a time. Where it has come to is written down after each
 * page, so whoever goes on repeats a page at most. Two who hunt at once do no harm.
 */
public final class Hunt implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Hunt.class);
  private static final int PAGE = 50;

  /** Kafka forgets what is not written for long; this is far more often. */
  private static final Duration WRITTEN_AGAIN = Duration.ofHours(6);

  private final StixObjects objects;
  private final StixVersions versions;
  private final SharingFilter everything;
  private final Supplier<Progresses> lanes;
  private final Supplier<Instant> journal;
  private final BooleanSupplier owner;
  private final HuntProgress progress;
  private final Hunter hunter;
  private final Duration back;
  private final Duration interval;
  private final InstantSource clock;
  private final ScheduledExecutorService thread;
  private @Nullable Trail trail;
  private Instant written = Instant.MIN;
  private boolean failing;

  /**
   * A hunt that does not run yet.
   *
   * @param everything what the node's team may see
   * @param lanes says up to when everything that was collected is visible
   * @param journal says up to when everything that was decided is visible
   * @param owner whether this process is the one to hunt
   * @param back how far back observations are looked at, and how old an indicator may be
   */
  Hunt(
      StixObjects objects,
      StixVersions versions,
      SharingFilter everything,
      Supplier<Progresses> lanes,
      Supplier<Instant> journal,
      BooleanSupplier owner,
      HuntProgress progress,
      Hunter hunter,
      Duration back,
      Duration interval,
      InstantSource clock) {
    this.objects = objects;
    this.versions = versions;
    this.everything = everything;
    this.lanes = lanes;
    this.journal = journal;
    this.owner = owner;
    this.progress = progress;
    this.hunter = hunter;
    this.back = back;
    this.interval = interval;
    this.clock = clock;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hunt").daemon().factory());
  }

  /** Starts it. */
  public void start() {
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(
            this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void look() {
    try {
      if (owner.getAsBoolean()) {
        goOn();
      } else {
        trail = null;
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing && !thread.isShutdown()) {
        LOG.warn("cannot hunt just now", e);
      }
      failing = true;
    }
  }

  private void goOn() {
    Trail from = trail == null ? Trail.read(progress.read()) : trail;
    boolean more = true;
    while (more && owner.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      Progresses now = lanes.get();
      Page<StoredObject> arrived = arrived(from, now.horizon());
      Page<StoredVersion> released = isSettled(now) ? released(from) : null;
      arrived.items().forEach(item -> hunt(Quarry.of(item)));
      if (released != null) {
        released.items().forEach(item -> Quarry.of(item).forEach(this::hunt));
      }
      Trail to =
          new Trail(arrived.cursor(), released == null ? from.warnings() : released.cursor());
      write(from, to);
      from = to;
      more = arrived.more() || released != null && released.more();
    }
  }

  private void hunt(Quarry quarry) {
    if (!quarry.added().isBefore(clock.instant().minus(back))) {
      hunter.hunt(quarry);
    }
  }

  private Page<StoredObject> arrived(Trail from, Instant horizon) {
    return objects.search(
        new ObjectQuery(null, "indicator", null, null, true, from.objects(), PAGE),
        everything,
        horizon);
  }

  private Page<StoredVersion> released(Trail from) {
    return versions.page(
        new VersionQuery(
            VersionQuery.Of.WARNINGS,
            VersionQuery.Extent.ALL,
            Set.of(),
            Set.of("indicator"),
            null,
            null,
            null,
            from.warnings(),
            PAGE),
        everything,
        journal.get());
  }

  /** Whether searches see all that was collected so far; a warning counts from then on. */
  private static boolean isSettled(Progresses now) {
    for (Lane lane : Lane.values()) {
      if (now.lag(lane) > 0) {
        return false;
      }
    }
    return !now.horizon().isBefore(now.newest());
  }

  private void write(Trail from, Trail to) {
    Instant now = clock.instant();
    if (!to.equals(from) || written.isBefore(now.minus(WRITTEN_AGAIN))) {
      progress.write(to.text());
      written = now;
    }
    trail = to;
  }
}
