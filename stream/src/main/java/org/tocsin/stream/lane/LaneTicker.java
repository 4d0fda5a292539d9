package org.tocsin.stream.lane;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.report.Lane;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.report.ReportCodec;

/**
 * Appends ticks to the quiet partitions that the consumers of this process own (see {@link
 * TickRule}), and keeps the lag gauge fresh while it is at it. Each partition has one owner, so
 * there is one tick at a time however many processes there are.
 */
public final class LaneTicker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaneTicker.class);

  private final StreamConnection connection;
  private final KafkaProgressReader progress;
  private final List<LaneConsumer> consumers;
  private final ScheduledExecutorService clock;
  private final Counter appended;
  private boolean failing;

  /** A ticker for those consumers that does not run yet. */
  public LaneTicker(
      StreamConnection connection, KafkaProgressReader progress, List<LaneConsumer> consumers) {
    this.connection = connection;
    this.progress = progress;
    this.consumers = List.copyOf(consumers);
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("lane-ticker").daemon().factory());
    this.appended =
        Counter.builder("tocsin.stream.ticks.appended")
            .description("ticks appended to quiet partitions")
            .register(connection.meters());
  }

  /** Starts it. */
  public void start() {
    Duration interval = connection.settings().tickInterval();
    ScheduledFuture<?> _ =
        clock.scheduleWithFixedDelay(
            this::tick, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends it; gives a tick that is being appended a moment. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      boolean _ = clock.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    try {
      Map<Lane, Set<Integer>> owned = new EnumMap<>(Lane.class);
      consumers.forEach(consumer -> owned.put(consumer.lane(), consumer.owned()));
      TickRule.due(progress.reading().states(), owned).forEach(this::append);
      failing = false;
    } catch (RuntimeException e) {
      if (failing) {
        LOG.debug("still no ticks", e);
      } else {
        LOG.warn("cannot look after quiet partitions; the horizon stands still meanwhile", e);
      }
      failing = true;
    }
  }

  private void append(TickRule.LanePartition due) {
    connection.sendAndWait(
        ReportCodec.tick(connection.name(Topic.of(due.lane())), due.partition()), "append a tick");
    appended.increment();
  }
}
