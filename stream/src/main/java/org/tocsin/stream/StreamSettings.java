package org.tocsin.stream;

import java.time.Duration;
import java.util.Map;

/**
 * How this process reaches Kafka and what it may use of it. {@code stream/README.md} lists each
 * setting with its default.
 *
 * @param bootstrapServers host:port of one or more brokers, separated by commas
 * @param security Kafka client properties for transport and login ({@code security.protocol},
 *     {@code sasl.*}, {@code ssl.*}); empty for plain connections
 * @param prefix put before every topic and consumer group, so that several nodes can share a
 *     cluster; usually empty
 * @param replicationFactor copies of each topic: 1 on a local broker, 3 in production
 * @param interactivePartitions partitions of the lane {@code interactive}
 * @param bulkPartitions partitions of the lane {@code bulk}
 * @param rawRetention how long raw records and submissions are kept
 * @param compression how the producer compresses: {@code none}, {@code lz4}, {@code zstd}, {@code
 *     gzip} or {@code snappy}
 * @param bufferMemory bytes the producer may hold that Kafka has not acknowledged; at least 40 MiB,
 *     since the largest raw record must fit
 * @param batchRecords the most raw records handed to a step at once; a batch of 8 MiB is full too
 * @param blockTimeout how long an append may wait for room in the buffer or for a first answer
 * @param requestTimeout how long one request may take
 * @param deliveryTimeout how long an append may take in all, retries included
 * @param sessionTimeout after how long without a heartbeat a crashed process loses its partitions;
 *     at least 6 s with Kafka's defaults
 * @param takeTimeout how long a step may work on one batch before its partitions go to another
 *     process
 * @param tickInterval how often quiet partitions are looked after
 */
public record StreamSettings(
    String bootstrapServers,
    Map<String, String> security,
    String prefix,
    int replicationFactor,
    int interactivePartitions,
    int bulkPartitions,
    Duration rawRetention,
    String compression,
    long bufferMemory,
    int batchRecords,
    Duration blockTimeout,
    Duration requestTimeout,
    Duration deliveryTimeout,
    Duration sessionTimeout,
    Duration takeTimeout,
    Duration tickInterval) {

  /** The largest request and batch of Kafka records, in bytes: a raw record and its headers. */
  public static final int MAX_MESSAGE_BYTES = 34 * 1024 * 1024;

  private static final long MIN_BUFFER = 40L * 1024 * 1024;

  /** Throws IllegalArgumentException, naming the setting, where one cannot be. */
  public StreamSettings {
    security = Map.copyOf(security);
    require(!bootstrapServers.isBlank(), "bootstrapServers is empty");
    require(replicationFactor >= 1, "replicationFactor is below 1");
    require(interactivePartitions >= 1, "interactivePartitions is below 1");
    require(bulkPartitions >= 1, "bulkPartitions is below 1");
    require(batchRecords >= 1, "batchRecords is below 1");
    require(bufferMemory >= MIN_BUFFER, "bufferMemory is below 40 MiB");
    require(
        requestTimeout.compareTo(deliveryTimeout) < 0,
        "requestTimeout is not shorter than deliveryTimeout");
  }

  /** The defaults, for a single broker at that address. */
  public static StreamSettings local(String bootstrapServers) {
    return new StreamSettings(
        bootstrapServers,
        Map.of(),
        "",
        1,
        3,
        3,
        Duration.ofDays(400),
        "zstd",
        48L * 1024 * 1024,
        32,
        Duration.ofSeconds(5),
        Duration.ofSeconds(6),
        Duration.ofSeconds(12),
        Duration.ofSeconds(10),
        Duration.ofMinutes(5),
        Duration.ofSeconds(1));
  }

  /** Copies that must have a record before it is acknowledged: all but one, and at least one. */
  public int minInSyncReplicas() {
    return Math.max(1, replicationFactor - 1);
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalArgumentException(fault);
    }
  }

  /** Without {@link #security}, which holds secrets. */
  @Override
  public String toString() {
    return "StreamSettings[" + bootstrapServers + ", prefix=" + prefix + "]";
  }
}
