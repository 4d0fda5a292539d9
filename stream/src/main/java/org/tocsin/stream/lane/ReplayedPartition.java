package org.tocsin.stream.lane;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.tocsin.model.report.Lane;
import org.tocsin.stream.LaneStep;
import org.tocsin.stream.ReceivedRecord;
import org.tocsin.stream.loop.Intake;
import org.tocsin.stream.loop.PartitionBatch;
import org.tocsin.stream.visibility.Watermark;

/** One partition's part of a replay: where it stands, and the order of visibility there. */
final class ReplayedPartition {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LaneDecoder decoder;
  private final TopicPartition partition;
  private String metadata = Watermark.START.metadata();
  private long beginning;
  private long position;
  private long end;

  ReplayedPartition(Lane lane, TopicPartition partition) {
    this.decoder = new LaneDecoder(lane);
    this.partition = partition;
  }

  TopicPartition partition() {
    return partition;
  }

  /** Takes note of what there is now; what retention took meanwhile cannot be read any more. */
  void bound(long newBeginning, long newEnd) {
    if (position == 0) {
      beginning = newBeginning;
    }
    position = Math.max(position, newBeginning);
    end = newEnd;
  }

  long total() {
    return end - beginning;
  }

  long read() {
    return position - beginning;
  }

  boolean isDone() {
    return position >= end;
  }

  void open(Consumer<byte[], byte[]> consumer) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, position);
  }

  /** Hands the next batch to the step, and moves on only when that returns. */
  int next(Consumer<byte[], byte[]> consumer, Intake intake, LaneStep step) {
    List<ConsumerRecord<byte[], byte[]>> entries =
        intake.poll(consumer, PATIENCE).getOrDefault(partition, List.of()).stream()
            .filter(entry -> entry.offset() < end)
            .toList();
    if (entries.isEmpty()) {
      throw new TimeoutException("nothing came from " + partition + " before its end");
    }
    PartitionBatch<ReceivedRecord> batch = decoder.decode(partition, entries, metadata);
    if (!batch.items().isEmpty()) {
      step.take(batch.items());
    }
    metadata = batch.next().metadata();
    position = batch.next().offset();
    return batch.items().size();
  }
}
