package org.tocsin.model.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tocsin.model.report.Lane;

/**
 * How far triage has come in every partition, at one moment.
 *
 * @param partitions for each lane its partitions in order
 */
public record Progresses(Map<Lane, List<Progress>> partitions) {
  public Progresses {
    partitions = Map.copyOf(partitions);
  }

  /** Whether the outcome of that raw record is still to be written. */
  public boolean isPending(Lane lane, Frame frame) {
    List<Progress> all = partitions.getOrDefault(lane, List.of());
    return frame.partition() >= all.size()
        || frame.offset() >= all.get(frame.partition()).committed();
  }

  /** Raw records that wait in that lane. */
  public long lag(Lane lane) {
    return partitions.getOrDefault(lane, List.of()).stream().mapToLong(Progress::lag).sum();
  }

  /**
   * The horizon of observations: whatever has an {@code added} up to here is visible, and nothing
   * will ever be added below it.
   */
  public Instant horizon() {
    return partitions.values().stream()
        .flatMap(List::stream)
        .map(Progress::watermark)
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /**
   * The last record of any partition that triage has finished; the horizon gets there as soon as
   * the quiet partitions have followed, and then no tick calls for it to go on.
   */
  public Instant newest() {
    return partitions.values().stream()
        .flatMap(List::stream)
        .map(Progress::newest)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
