package org.tocsin.stream.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.model.report.Lane;
import org.tocsin.stream.LaneStep;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.Failures;
import org.tocsin.stream.connection.StreamConnection;
import org.tocsin.stream.loop.Intake;

/**
 * Reads both lanes again from their beginning, lane by lane and partition by partition, with the
 * same {@code added} as the consumers gave. Belongs to no group and moves nothing. For one thread.
 */
public final class ReportReplay {
  /** Told after each batch. */
  @FunctionalInterface
  public interface Listener {
    /**
     * How far it is.
     *
     * @param read entries read so far, in all runs
     * @param total entries there were when this run began
     */
    void progressed(long read, long total);
  }

  private final StreamConnection connection;
  private final List<ReplayedPartition> partitions = new ArrayList<>();

  /** A replay that has read nothing yet. */
  public ReportReplay(StreamConnection connection) {
    this.connection = connection;
    for (Lane lane : Lane.values()) {
      Topic topic = Topic.of(lane);
      IntStream.range(0, topic.partitions(connection.settings()))
          .mapToObj(number -> new TopicPartition(connection.name(topic), number))
          .forEach(partition -> partitions.add(new ReplayedPartition(lane, partition)));
    }
  }

  /**
   * Reads on from where the last run stopped, up to where the lanes end now. Where the step throws,
   * so does this; the next run begins with the same batch.
   *
   * @return how many raw records the step took
   * @throws org.tocsin.stream.StreamUnavailableException when Kafka does not answer
   */
  public long run(LaneStep step, Listener listener) {
    try (Consumer<byte[], byte[]> consumer = connection.reader("replay", Map.of())) {
      return run(consumer, step, listener);
    } catch (KafkaException e) {
      throw Failures.translate("read the lanes again", e);
    }
  }

  private long run(Consumer<byte[], byte[]> consumer, LaneStep step, Listener listener) {
    List<TopicPartition> all = partitions.stream().map(ReplayedPartition::partition).toList();
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(all);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    partitions.forEach(partition ->
        partition.bound(
            beginnings.getOrDefault(partition.partition(), 0L),
            ends.getOrDefault(partition.partition(), 0L)));
    long total = partitions.stream().mapToLong(ReplayedPartition::total).sum();
    Intake intake = new Intake(connection.settings().batchRecords());
    long taken = 0;
    for (ReplayedPartition partition : partitions) {
      partition.open(consumer);
      while (!partition.isDone()) {
        taken += partition.next(consumer, intake, step);
        listener.progressed(partitions.stream().mapToLong(ReplayedPartition::read).sum(), total);
      }
    }
    return taken;
  }
}
