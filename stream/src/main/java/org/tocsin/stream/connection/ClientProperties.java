package org.tocsin.stream.connection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.tocsin.stream.StreamSettings;

/** What the clients are told: every limit and timeout in one place. */
final class ClientProperties {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int MIB = 1024 * 1024;

  private final StreamSettings settings;

  ClientProperties(StreamSettings settings) {
    this.settings = settings;
  }

  Map<String, Object> producer() {
    Map<String, Object> properties = common("producer");
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(settings.deliveryTimeout()));
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(settings.blockTimeout()));
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, settings.compression());
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, settings.bufferMemory());
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, StreamSettings.MAX_MESSAGE_BYTES);
    // Several raw records in one batch are one write to disk on a broker that flushes each write.
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, MIB / 2);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 3);
    return properties;
  }

  Map<String, Object> admin() {
    Map<String, Object> properties = common("admin");
    int timeout = millis(settings.blockTimeout());
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
    return properties;
  }

  /** A consumer that keeps track of its offset itself. */
  Map<String, Object> reader(String role) {
    Map<String, Object> properties = common(role);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // What a poll gives is bounded by its user, who can count uncompressed bytes.
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    // A single larger record still comes, alone: Kafka never holds back the first of a fetch.
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * MIB);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 2 * MIB);
    properties.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(settings.deliveryTimeout()));
    return properties;
  }

  Map<String, Object> member(String group) {
    Map<String, Object> properties = reader(group);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(settings.sessionTimeout()));
    properties.put(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millis(settings.sessionTimeout()) / 4);
    properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, millis(settings.takeTimeout()));
    return properties;
  }

  private Map<String, Object> common(String role) {
    Map<String, Object> properties = new HashMap<>(settings.security());
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.put(
        CommonClientConfigs.CLIENT_ID_CONFIG, "tocsin-" + role + "-" + NUMBER.incrementAndGet());
    properties.put(
        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis(settings.requestTimeout()));
    return properties;
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
