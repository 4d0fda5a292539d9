package org.tocsin.stream.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;

/**
 * Follows a topic of one partition on a thread of its own, from some time ago, for this process
 * alone. Goes on for ever, with pauses while Kafka is away.
 */
public final class PartitionTail implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long UNKNOWN = -1;
  private static final Map<String, Object> TOGETHER =
      Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);

  private final StreamConnection connection;
  private final TopicPartition partition;
  private final Duration reach;
  private final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> sink;
  private final Gate gate = new Gate();
  private final FailureNotes notes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private long position = UNKNOWN;
  private @Nullable Thread thread;

  /**
   * A tail that does not run yet.
   *
   * @param reach how far back it begins
   * @param sink gets every entry, in order; must not throw
   */
  public PartitionTail(
      StreamConnection connection,
      Topic topic,
      Duration reach,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    this.connection = connection;
    this.partition = new TopicPartition(connection.name(topic), 0);
    this.reach = reach;
    this.sink = sink;
    this.notes = new FailureNotes("tail of " + partition.topic());
  }

  /** Starts the thread; once only. */
  public synchronized void start() {
    if (thread != null) {
      throw new IllegalStateException("the tail was started before");
    }
    thread = Thread.ofPlatform().name("tail-" + partition.topic()).daemon().start(this::run);
  }

  /** Waits until everything before that offset went to the sink; false where that took too long. */
  public boolean await(long offset, Duration timeout) {
    lock.lock();
    try {
      long left = timeout.toNanos();
      while (position < offset && left > 0) {
        left = moved.awaitNanos(left);
      }
      return position >= offset;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread, soon. */
  @Override
  public void close() {
    gate.close();
  }

  private void run() {
    Backoff backoff = new Backoff();
    while (gate.isOpen()) {
      try (Consumer<byte[], byte[]> consumer = connection.reader("tail", TOGETHER)) {
        begin(consumer);
        notes.succeeded();
        backoff.reset();
        follow(consumer);
      } catch (RuntimeException e) {
        if (gate.isOpen()) {
          notes.failed("read", e);
          gate.rest(backoff.next());
        }
      }
    }
  }

  private void begin(Consumer<byte[], byte[]> consumer) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, position == UNKNOWN ? beginning(consumer) : position);
    moveTo(consumer.position(partition));
  }

  /** The end is read first: what is appended during the look-up lies behind it, not before. */
  private long beginning(Consumer<byte[], byte[]> consumer) {
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    long since = Instant.now().minus(reach).toEpochMilli();
    OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(partition, since)).get(partition);
    return first == null ? end : first.offset();
  }

  private void follow(Consumer<byte[], byte[]> consumer) {
    while (gate.isOpen()) {
      ConsumerRecords<byte[], byte[]> entries = consumer.poll(POLL);
      if (!entries.isEmpty()) {
        entries.forEach(sink);
        moveTo(consumer.position(partition));
      }
    }
  }

  private void moveTo(long newPosition) {
    lock.lock();
    try {
      position = newPosition;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
