package org.tocsin.stream.connection;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tocsin.stream.StreamSettings;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.stream.Topic;

/**
 * One process's connection to Kafka: one producer and one admin client that everything shares, and
 * consumers as they are asked for. Opening it needs no broker; the first use does. Thread-safe.
 */
public final class StreamConnection implements AutoCloseable {
  /** What the clients get beyond their own timeouts to report them. */
  private static final long GRACE_MILLIS = 1_000;

  private final StreamSettings settings;
  private final MeterRegistry meters;
  private final ClientProperties properties;
  private final Producer<byte[], byte[]> producer;
  private final Admin admin;

  /**
   * Connects lazily.
   *
   * @throws KafkaException when the settings cannot be used, such as a host that does not resolve
   */
  public StreamConnection(StreamSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.meters = meters;
    this.properties = new ClientProperties(settings);
    this.producer =
        new KafkaProducer<>(
            properties.producer(), new ByteArraySerializer(), new ByteArraySerializer());
    this.admin = Admin.create(properties.admin());
  }

  /** The settings it was opened with. */
  public StreamSettings settings() {
    return settings;
  }

  /** Where its users count. */
  public MeterRegistry meters() {
    return meters;
  }

  /** A topic's name in this cluster. */
  public String name(Topic topic) {
    return topic.name(settings);
  }

  /** A consumer group's name in this cluster. */
  public String group(String plainName) {
    return settings.prefix() + plainName;
  }

  /** The admin client; closed with the connection. */
  public Admin admin() {
    return admin;
  }

  /**
   * Sends a record; blocks while the buffer is full.
   *
   * @param doing what that is for, as the end of a sentence
   * @param result what to make of where the record went
   * @return completes once all in-sync replicas have it, on the producer's own thread: whatever is
   *     chained to it must not block
   * @throws StreamUnavailableException when there is no answer or no room at all
   */
  public <T> CompletableFuture<T> send(
      ProducerRecord<byte[], byte[]> record, String doing, Function<RecordMetadata, T> result) {
    CompletableFuture<T> done = new CompletableFuture<>();
    try {
      Future<?> _ =
          producer.send(
              record,
              (metadata, failure) -> {
                if (failure != null) {
                  done.completeExceptionally(Failures.translate(doing, failure));
                } else if (!metadata.hasOffset()) {
                  done.completeExceptionally(withoutOffset(doing));
                } else {
                  done.complete(result.apply(metadata));
                }
              });
    } catch (KafkaException e) {
      throw Failures.translate(doing, e);
    }
    if (done.isCompletedExceptionally()) {
      throw Failures.translate(doing, done.exceptionNow());
    }
    return done;
  }

  /** Sends a record and waits; see {@link #send}. */
  public RecordMetadata sendAndWait(ProducerRecord<byte[], byte[]> record, String doing) {
    try {
      return send(record, doing, metadata -> metadata)
          .get(settings.deliveryTimeout().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      throw Failures.translate(doing, e);
    }
  }

  /** Sends records, those of a partition in their order, and waits for all; see {@link #send}. */
  public void sendAllAndWait(List<ProducerRecord<byte[], byte[]>> records, String doing) {
    CompletableFuture<?>[] sent =
        records.stream()
            .map(record -> send(record, doing, metadata -> metadata))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(sent)
          .get(settings.deliveryTimeout().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      throw Failures.translate(doing, e);
    }
  }

  /** A consumer that belongs to no group; the caller closes it. */
  public Consumer<byte[], byte[]> reader(String role, Map<String, Object> more) {
    Map<String, Object> all = properties.reader(role);
    all.putAll(more);
    return open(all);
  }

  /** A consumer of that group; the caller closes it. */
  public Consumer<byte[], byte[]> member(String group) {
    return open(properties.member(group));
  }

  /**
   * Waits for an answer of the admin client.
   *
   * @throws StreamUnavailableException when none comes
   */
  public <T> T await(Future<T> answer, String doing) {
    try {
      return answer.get(settings.blockTimeout().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      throw Failures.translate(doing, e);
    }
  }

  /** Sends what is still in the buffer, waiting for it no longer than an append may take. */
  @Override
  public void close() {
    producer.close(settings.deliveryTimeout());
    admin.close(settings.blockTimeout());
  }

  /**
   * A broker that has forgotten the details of a write it already has acknowledges the retry
   * without an offset; nobody could ever find the record again, so that counts as a failure.
   */
  private static StreamUnavailableException withoutOffset(String doing) {
    return Failures.unavailable(
        "Kafka did not say where the record is after it was asked to " + doing,
        new KafkaException("acknowledged without an offset"));
  }

  private static Consumer<byte[], byte[]> open(Map<String, Object> properties) {
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
