package org.tocsin.ingest.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;

/** All feeds, each that is switched on with a collector on a thread of its own. Thread-safe. */
public final class FeedCollectors implements SmartLifecycle {
  /** How long what is being fetched may go on when the process stops. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final List<FeedDefinition> feeds;
  private final Map<String, FeedRun> runs = new LinkedHashMap<>();
  private final List<Thread> threads = new ArrayList<>();

  /** Collectors that fetch nothing until they are started. */
  FeedCollectors(
      List<FeedDefinition> feeds,
      Function<FeedDefinition, Way> ways,
      FeedMemories memories,
      FeedSettings settings,
      InstantSource clock) {
    this.feeds = List.copyOf(feeds);
    Semaphore turns = new Semaphore(settings.concurrency(), true);
    for (FeedDefinition feed : feeds) {
      if (feed.enabled()) {
        runs.put(
            feed.name(), new FeedRun(feed, ways.apply(feed), memories, settings, turns, clock));
      }
    }
  }

  /** How all feeds fare, by name. */
  public List<FeedStanding> standings() {
    return feeds.stream().map(this::standing).toList();
  }

  /** How that feed fares; empty where there is none of that name. */
  public Optional<FeedStanding> standing(String name) {
    return feeds.stream().filter(feed -> feed.name().equals(name)).findFirst().map(this::standing);
  }

  /** Pauses that feed; false where it is not switched on. It stays paused after a restart. */
  public boolean pause(String name) {
    return with(name, run -> run.pause(true));
  }

  /** Lets that feed go on; false where it is not switched on. */
  public boolean resume(String name) {
    return with(name, run -> run.pause(false));
  }

  /** Fetches that feed now, once; false where it is not switched on. */
  public boolean runNow(String name) {
    return with(name, FeedRun::now);
  }

  @Override
  public synchronized void start() {
    runs.forEach((name, run) -> {
      threads.add(Thread.ofVirtual().name("feed-" + name).start(run::run));
      threads.add(Thread.ofVirtual().name("feed-" + name + "-listener").start(run::listen));
    });
  }

  @Override
  public synchronized void stop() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(GRACE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }

  private FeedStanding standing(FeedDefinition feed) {
    FeedRun run = runs.get(feed.name());
    return run == null
        ? new FeedStanding(feed, FeedState.OFF, FeedMemory.NEW, null, null, 0, null)
        : run.standing();
  }

  private boolean with(String name, Consumer<FeedRun> action) {
    FeedRun run = runs.get(name);
    if (run == null) {
      return false;
    }
    action.accept(run);
    return true;
  }
}
