package org.tocsin.stream.loop;

import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll gave of one partition, read.
 *
 * @param partition the partition
 * @param items what the step is to take, in order
 * @param ticks entries that were ticks
 * @param malformed entries that could not be read
 * @param next what to commit when all of that is done: the offset after it, and the reader's state
 *     there as the commit's metadata
 */
public record PartitionBatch<T>(
    TopicPartition partition, List<T> items, int ticks, int malformed, OffsetAndMetadata next) {
  public PartitionBatch {
    items = List.copyOf(items);
  }
}
