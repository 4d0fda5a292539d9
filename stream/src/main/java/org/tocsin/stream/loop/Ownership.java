package org.tocsin.stream.loop;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which partitions this member owns, and the state each was committed with. A partition that is
 * lost and comes back is owned anew: what was under way before is not its any more.
 */
final class Ownership {
  /** One time of owning a partition; compared by identity. */
  static final class Tenure {
    private final long serial;
    private String metadata;

    private Tenure(long serial, String metadata) {
      this.serial = serial;
      this.metadata = metadata;
    }

    String metadata() {
      return metadata;
    }

    void committed(String newMetadata) {
      metadata = newMetadata;
    }
  }

  private final Map<TopicPartition, Tenure> tenures = new HashMap<>();
  private volatile Map<Integer, Long> serials = Map.of();
  private long begun;

  void begin(TopicPartition partition, String metadata) {
    tenures.put(partition, new Tenure(++begun, metadata));
    publish();
  }

  void end(Collection<TopicPartition> partitions) {
    partitions.forEach(tenures::remove);
    publish();
  }

  void endAll() {
    end(List.copyOf(tenures.keySet()));
  }

  @Nullable Tenure of(TopicPartition partition) {
    return tenures.get(partition);
  }

  /** Partition numbers; for any thread. */
  Set<Integer> numbers() {
    return serials.keySet();
  }

  /** By the number of each partition, the serial number of this time of owning it. */
  Map<Integer, Long> serials() {
    return serials;
  }

  private void publish() {
    serials =
        tenures.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    owned -> owned.getKey().partition(), owned -> owned.getValue().serial));
  }
}
