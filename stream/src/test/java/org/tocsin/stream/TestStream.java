package org.tocsin.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.topics.TopicDeclaration;

/** A stream with topics and groups of its own on the Kafka all tests share. */
public final class TestStream implements AutoCloseable {
  private final StreamSettings settings;
  private final StreamConnection connection;

  private TestStream(StreamSettings settings) {
    this.settings = settings;
    this.connection = new StreamConnection(settings, new SimpleMeterRegistry());
  }

  /** With declared topics. */
  public static TestStream open(EngineAddresses engines) {
    return open(engines, Duration.ofMinutes(5));
  }

  /** With declared topics, and steps that must be done within that time. */
  public static TestStream open(EngineAddresses engines, Duration takeTimeout) {
    TestStream stream = new TestStream(settings(engines.kafkaBootstrap(), takeTimeout, 3));
    new TopicDeclaration(stream.connection).declare();
    return stream;
  }

  /** Nothing is declared yet. */
  public static TestStream undeclared(EngineAddresses engines) {
    return new TestStream(settings(engines.kafkaBootstrap(), Duration.ofMinutes(5), 3));
  }

  /** What another process of the same node would have. */
  public TestStream another() {
    return new TestStream(settings);
  }

  /** The same topics with another number of partitions of the bulk lane. */
  public TestStream withBulkPartitions(int partitions) {
    return new TestStream(
        settings(
            settings.bootstrapServers(), settings.prefix(), settings.takeTimeout(), partitions));
  }

  /** The connection. */
  public StreamConnection connection() {
    return connection;
  }

  /** How much was counted, over all tags. */
  public double counted(String name) {
    return connection.meters().find(name).counters().stream().mapToDouble(c -> c.count()).sum();
  }

  @Override
  public void close() {
    connection.close();
  }

  private static StreamSettings settings(
      String bootstrapServers, Duration takeTimeout, int bulkPartitions) {
    return settings(bootstrapServers, "t" + UUID.randomUUID() + ".", takeTimeout, bulkPartitions);
  }

  private static StreamSettings settings(
      String bootstrapServers, String prefix, Duration takeTimeout, int bulkPartitions) {
    StreamSettings local = StreamSettings.local(bootstrapServers);
    return new StreamSettings(
        bootstrapServers,
        Map.of(),
        prefix,
        1,
        local.interactivePartitions(),
        bulkPartitions,
        local.rawRetention(),
        local.compression(),
        local.bufferMemory(),
        local.batchRecords(),
        local.blockTimeout(),
        local.requestTimeout(),
        local.deliveryTimeout(),
        Duration.ofSeconds(6),
        takeTimeout,
        local.tickInterval());
  }
}
