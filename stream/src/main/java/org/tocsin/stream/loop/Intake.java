package org.tocsin.stream.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Polls until there is enough for a batch. Kafka's client bounds what it fetches by its compressed
 * size, and a few compressed megabytes can hold gigabytes; so it is asked for one entry at a time,
 * and what that takes in memory is counted here. For one thread.
 */
public final class Intake {
  /** Bytes after which a batch is full; its last entry may exceed it. */
  static final long ENOUGH_BYTES = 8L * 1024 * 1024;

  private final int enoughEntries;
  private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> entries =
      new LinkedHashMap<>();
  private int count;
  private long bytes;

  /**
   * For batches of that many entries.
   *
   * @param enoughEntries entries after which a batch is full
   */
  public Intake(int enoughEntries) {
    this.enoughEntries = enoughEntries;
  }

  /**
   * The next entries of each partition, in order.
   *
   * @param patience how long to wait for the first; the others must be there already
   */
  public Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> poll(
      Consumer<byte[], byte[]> consumer, Duration patience) {
    entries.clear();
    count = 0;
    bytes = 0;
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(patience);
    while (!polled.isEmpty()) {
      polled.forEach(this::add);
      if (count >= enoughEntries || bytes >= ENOUGH_BYTES) {
        break;
      }
      polled = consumer.poll(Duration.ZERO);
    }
    return entries;
  }

  /** Forgets what came from partitions that were lost meanwhile. */
  void forget(Collection<TopicPartition> partitions) {
    partitions.forEach(entries::remove);
  }

  private void add(ConsumerRecord<byte[], byte[]> entry) {
    entries
        .computeIfAbsent(
            new TopicPartition(entry.topic(), entry.partition()), partition -> new ArrayList<>())
        .add(entry);
    count++;
    bytes += Math.max(0, entry.serializedValueSize());
    for (Header header : entry.headers()) {
      bytes += header.value() == null ? 0 : header.value().length;
    }
  }
}
