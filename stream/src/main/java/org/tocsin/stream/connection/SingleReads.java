package org.tocsin.stream.connection;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads single records by their offset. Keeps a consumer or two for the next read; at most {@value
 * #AT_ONCE} reads run at once, since each may hold a whole raw record. Thread-safe.
 */
public final class SingleReads implements AutoCloseable {
  private static final int AT_ONCE = 4;
  private static final int KEPT = 2;
  private static final Duration CLOSE = Duration.ofSeconds(1);

  private static final Map<String, Object> ONE_BATCH =
      Map.of(
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
          // Kafka rounds up to one batch of records, so this is the least it can send.
          ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1,
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);

  private final StreamConnection connection;
  private final Duration timeout;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Deque<Consumer<byte[], byte[]>> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /** Over that connection. */
  public SingleReads(StreamConnection connection) {
    this.connection = connection;
    this.timeout = connection.settings().blockTimeout();
  }

  /**
   * The record at that offset.
   *
   * @throws NoSuchElementException when there is none, or none any more
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public ConsumerRecord<byte[], byte[]> read(TopicPartition partition, long offset) {
    try {
      if (!places.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException("too many reads at once");
      }
    } catch (InterruptedException | TimeoutException e) {
      throw Failures.translate("read a record back", e);
    }
    try {
      return readWithin(partition, offset);
    } finally {
      places.release();
    }
  }

  private ConsumerRecord<byte[], byte[]> readWithin(TopicPartition partition, long offset) {
    Consumer<byte[], byte[]> consumer = borrow();
    boolean sound = false;
    try {
      ConsumerRecord<byte[], byte[]> record = read(consumer, partition, offset);
      sound = true;
      return record;
    } catch (OffsetOutOfRangeException e) {
      throw new NoSuchElementException("no record at offset " + offset + " of " + partition, e);
    } catch (NoSuchElementException e) {
      sound = true;
      throw e;
    } catch (RuntimeException e) {
      throw Failures.translate("read a record back", e);
    } finally {
      giveBack(consumer, sound);
    }
  }

  private ConsumerRecord<byte[], byte[]> read(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
    List<TopicPartition> one = List.of(partition);
    consumer.assign(one);
    Long end = consumer.endOffsets(one, timeout).get(partition);
    if (offset < 0 || end == null || offset >= end) {
      throw new NoSuchElementException("no record at offset " + offset + " of " + partition);
    }
    consumer.seek(partition, offset);
    List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(timeout).records(partition);
    if (records.isEmpty()) {
      throw new TimeoutException("nothing came from " + partition);
    }
    ConsumerRecord<byte[], byte[]> record = records.getFirst();
    if (record.offset() != offset) {
      throw new NoSuchElementException("no record at offset " + offset + " of " + partition);
    }
    return record;
  }

  private Consumer<byte[], byte[]> borrow() {
    Consumer<byte[], byte[]> kept = idle.pollFirst();
    return kept != null ? kept : connection.reader("single-read", ONE_BATCH);
  }

  private void giveBack(Consumer<byte[], byte[]> consumer, boolean sound) {
    if (sound && !closed && idle.size() < KEPT) {
      consumer.unsubscribe();
      idle.addFirst(consumer);
    } else {
      consumer.close(CloseOptions.timeout(CLOSE));
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Consumer<byte[], byte[]> kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
      kept.close(CloseOptions.timeout(CLOSE));
    }
  }
}
