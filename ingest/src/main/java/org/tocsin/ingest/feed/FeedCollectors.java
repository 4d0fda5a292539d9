package org.tocsin.ingest.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.tocsin.store.StoreUnavailableException;

/**
 * All feeds, each that is switched on with a collector on a thread of its own. What is decided
 * about a feed is followed within seconds; as long as that is not known, nothing is fetched.
 * Thread-safe.
 */
public final class FeedCollectors implements SmartLifecycle {
  /** How long what is being fetched may go on when the process stops. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(FeedCollectors.class);

  private final Supplier<List<KnownFeed>> feeds;
  private final Secrets secrets;
  private final Function<FeedDefinition, Way> ways;
  private final FeedMemories memories;
  private final FeedSettings settings;
  private final InstantSource clock;
  private final Semaphore turns;
  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private final List<Consumer<String>> told = new ArrayList<>();
  private volatile List<KnownFeed> known = List.of();
  private volatile @Nullable Thread follower;

  /** A feed that is fetched, and listened to where its server can tell of news. */
  private record Running(FeedRun run, List<Thread> threads) {
    static Running begun(FeedRun run) {
      String name = "feed-" + run.feed().name();
      return new Running(
          run,
          List.of(
              Thread.ofVirtual().name(name).start(run::run),
              Thread.ofVirtual().name(name + "-listener").start(run::listen)));
    }

    void end() {
      threads.forEach(run::end);
    }

    boolean isOver() {
      return threads.stream().noneMatch(Thread::isAlive);
    }
  }

  /** Collectors that fetch nothing until they are started. */
  FeedCollectors(
      Supplier<List<KnownFeed>> feeds,
      Secrets secrets,
      Function<FeedDefinition, Way> ways,
      FeedMemories memories,
      FeedSettings settings,
      InstantSource clock) {
    this.feeds = feeds;
    this.secrets = secrets;
    this.ways = ways;
    this.memories = memories;
    this.settings = settings;
    this.clock = clock;
    this.turns = new Semaphore(settings.concurrency(), true);
  }

  /** Is told the name of each feed whose collector begins. */
  synchronized void onBegin(Consumer<String> listener) {
    told.add(listener);
  }

  /** How all feeds fare, by name, as they were last looked at; none before the first look. */
  public List<FeedStanding> standings() {
    return known.stream().filter(feed -> !feed.removed()).map(this::standing).toList();
  }

  /** How that feed fares; empty where there is none of that name. */
  public Optional<FeedStanding> standing(String name) {
    return known.stream().filter(feed -> feed.name().equals(name)).findFirst().map(this::standing);
  }

  /** How that feed fares, which may be decided so just now and not be followed yet. */
  public FeedStanding standing(KnownFeed decided) {
    KnownFeed feed = secrets.checked(decided);
    if (!feed.isOn()) {
      boolean unusable = feed.definition().enabled() && !feed.removed();
      FeedState state = unusable ? FeedState.UNUSABLE : FeedState.OFF;
      return FeedStanding.idle(feed.definition(), state, feed.problem());
    }
    Running now = running.get(feed.name());
    FeedStanding standing =
        now == null || !now.run().feed().equals(feed.definition())
            ? FeedStanding.idle(feed.definition(), FeedState.WAITING, null)
            : now.run().standing();
    return feed.paused() && standing.state() != FeedState.FETCHING
        ? standing.in(FeedState.PAUSED)
        : standing;
  }

  /** Fetches that feed now, once; false where nothing fetches it. */
  public boolean runNow(String name) {
    Running now = running.get(name);
    if (now == null) {
      return false;
    }
    now.run().now();
    return true;
  }

  @Override
  public synchronized void start() {
    Thread thread = Thread.ofVirtual().name("feeds").unstarted(this::followOn);
    follower = thread;
    thread.start();
  }

  @Override
  public void stop() {
    List<Thread> threads = new ArrayList<>();
    synchronized (this) {
      if (follower != null) {
        follower.interrupt();
        threads.add(follower);
      }
      running
          .values()
          .forEach(each -> {
            each.end();
            threads.addAll(each.threads());
          });
      follower = null;
      running.clear();
    }
    try {
      for (Thread thread : threads) {
        thread.join(GRACE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return follower != null;
  }

  private void followOn() {
    try {
      while (follower == Thread.currentThread()) {
        try {
          follow(feeds.get());
        } catch (StoreUnavailableException e) {
          log.debug("What was decided about feeds is not known; they stay as they are", e);
        } catch (RuntimeException e) {
          log.error("Feeds can not be followed just now; they stay as they are", e);
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what is no longer wanted as it was, and begins what is, once the old one has ended. */
  private synchronized void follow(List<KnownFeed> now) {
    if (follower != Thread.currentThread()) {
      return; // it was stopped meanwhile
    }
    known = now;
    Map<String, KnownFeed> wanted =
        now.stream()
            .map(secrets::checked)
            .filter(KnownFeed::isOn)
            .collect(Collectors.toMap(KnownFeed::name, feed -> feed));
    running.entrySet().removeIf(entry -> isOver(entry.getValue(), wanted.get(entry.getKey())));
    wanted.forEach((name, feed) -> {
      if (!running.containsKey(name)) {
        begin(feed);
      }
    });
  }

  private static boolean isOver(Running one, @Nullable KnownFeed wanted) {
    if (wanted == null || !wanted.definition().equals(one.run().feed())) {
      one.end();
    } else {
      one.run().pause(wanted.paused());
    }
    return one.isOver();
  }

  private void begin(KnownFeed feed) {
    FeedDefinition definition = feed.definition();
    FeedRun run = new FeedRun(definition, ways.apply(definition), memories, settings, turns, clock);
    run.pause(feed.paused());
    running.put(feed.name(), Running.begun(run));
    told.forEach(listener -> listener.accept(feed.name()));
  }
}
