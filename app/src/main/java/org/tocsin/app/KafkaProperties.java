package org.tocsin.app;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.tocsin.stream.StreamSettings;

/**
 * How to reach Kafka and what to use of it.
 *
 * @param bootstrapServers host:port of one or more brokers, separated by commas; default
 *     127.0.0.1:9092
 * @param security Kafka client properties for transport and login; none by default
 * @param prefix put before every topic and consumer group; empty by default
 * @param replicationFactor copies of each topic: 1, the default, on a local broker, 3 in production
 * @param interactivePartitions partitions of the lane for people; default 3
 * @param bulkPartitions partitions of the lane for bulk; default 3
 * @param rawRetention how long raw records are kept; default 400 days
 * @param compression how the producer compresses; default zstd
 * @param bufferMemory what the producer may hold unacknowledged, at least 40MB; default 48MB
 * @param batchRecords the most raw records triage takes at once; default 32
 * @param maxLag raw records that may wait in the bulk lane before feeds are asked to wait; default
 *     2000
 */
@ConfigurationProperties("tocsin.kafka")
record KafkaProperties(
    @DefaultValue("127.0.0.1:9092") String bootstrapServers,
    @DefaultValue Map<String, String> security,
    @DefaultValue("") String prefix,
    @DefaultValue("1") int replicationFactor,
    @DefaultValue("3") int interactivePartitions,
    @DefaultValue("3") int bulkPartitions,
    @DefaultValue("400d") Duration rawRetention,
    @DefaultValue("zstd") String compression,
    @DefaultValue("48MB") DataSize bufferMemory,
    @DefaultValue("32") int batchRecords,
    @DefaultValue("2000") int maxLag) {

  StreamSettings toSettings() {
    return new StreamSettings(
        bootstrapServers,
        security,
        prefix,
        replicationFactor,
        interactivePartitions,
        bulkPartitions,
        rawRetention,
        compression,
        bufferMemory.toBytes(),
        batchRecords,
        Duration.ofSeconds(5),
        Duration.ofSeconds(6),
        Duration.ofSeconds(12),
        Duration.ofSeconds(10),
        Duration.ofMinutes(5),
        Duration.ofMillis(250));
  }
}
