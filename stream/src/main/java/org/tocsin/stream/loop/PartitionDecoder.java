package org.tocsin.stream.loop;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.stream.StreamSettings;

/** Reads the entries of a partition. Holds no state of its own: state travels in the commits. */
@FunctionalInterface
public interface PartitionDecoder<T> {
  /**
   * Reads consecutive entries; never throws for what is in them.
   *
   * @param entries at least one, in order
   * @param metadata the state that was committed before the first of them; empty where there is
   *     none
   */
  PartitionBatch<T> decode(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> entries, String metadata);

  /** How many entries make a batch full: few where each may be large. */
  default int enough(StreamSettings settings) {
    return settings.batchRecords();
  }
}
