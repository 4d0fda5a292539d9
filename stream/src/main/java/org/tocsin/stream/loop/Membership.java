package org.tocsin.stream.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.stream.StreamSettings;

/**
 * One consumer's time in a group: polls, holds still while staying a member, and commits only for
 * partitions it has owned without a break since it polled. Used by one thread.
 */
final class Membership<T> implements ConsumerRebalanceListener, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SLICE = Duration.ofMillis(100);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  /** A partition's part of a poll, and the time of ownership it was polled in. */
  record Polled<T>(PartitionBatch<T> batch, Ownership.Tenure tenure) {}

  private final Consumer<byte[], byte[]> consumer;
  private final Intake intake;
  private final PartitionDecoder<T> decoder;
  private final Ownership ownership;
  private final Gate gate;
  private final Duration timeout;
  private boolean holding;

  Membership(
      Consumer<byte[], byte[]> consumer,
      String topic,
      PartitionDecoder<T> decoder,
      Ownership ownership,
      Gate gate,
      StreamSettings settings) {
    this.consumer = consumer;
    this.intake = new Intake(decoder.enough(settings));
    this.decoder = decoder;
    this.ownership = ownership;
    this.gate = gate;
    this.timeout = settings.deliveryTimeout();
    consumer.subscribe(List.of(topic), this);
  }

  /** The next batch; empty when there was nothing new for a moment. */
  List<Polled<T>> poll() {
    if (holding) {
      consumer.resume(consumer.paused());
      holding = false;
    }
    List<Polled<T>> polled = new ArrayList<>();
    intake
        .poll(consumer, POLL)
        .forEach((partition, entries) -> {
          Ownership.Tenure tenure = ownership.of(partition);
          if (tenure == null) {
            throw new IllegalStateException("records of " + partition + ", which is not owned");
          }
          polled.add(new Polled<>(decoder.decode(partition, entries, tenure.metadata()), tenure));
        });
    return polled;
  }

  /** Stays a member for that long without taking anything new. */
  void hold(Duration pause) {
    holding = true;
    gate.rest(Duration.ZERO);
    consumer.pause(consumer.assignment());
    long end = System.nanoTime() + pause.toNanos();
    for (long left = pause.toNanos(); gate.isOpen() && left > 0; left = end - System.nanoTime()) {
      if (!consumer.poll(Duration.ofNanos(Math.min(left, SLICE.toNanos()))).isEmpty()) {
        throw new IllegalStateException("records of a partition that is paused");
      }
    }
  }

  /** Those of a batch that may still be committed. */
  List<Polled<T>> stillOwned(List<Polled<T>> batch) {
    return batch.stream()
        .filter(polled -> ownership.of(polled.batch().partition()) == polled.tenure())
        .toList();
  }

  /** Commits offsets and states in one request, so that they never part. */
  void commit(List<Polled<T>> batch) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    batch.forEach(polled -> offsets.put(polled.batch().partition(), polled.batch().next()));
    consumer.commitSync(offsets, timeout);
    batch.forEach(polled -> polled.tenure().committed(polled.batch().next().metadata()));
  }

  /** Position and state come from one and the same answer. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    consumer
        .committed(new HashSet<>(partitions), timeout)
        .forEach((partition, committed) -> {
          ownership.begin(partition, committed == null ? "" : committed.metadata());
          if (committed != null) {
            consumer.seek(partition, committed);
          }
        });
    if (holding) {
      consumer.pause(partitions);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    ownership.end(partitions);
    intake.forget(partitions);
  }

  @Override
  public void close() {
    ownership.endAll();
    // An interrupt was meant for the step; a consumer that is interrupted cannot leave its group.
    boolean interrupted = Thread.interrupted();
    try {
      consumer.close(CloseOptions.timeout(CLOSE));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
