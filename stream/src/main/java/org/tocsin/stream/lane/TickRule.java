package org.tocsin.stream.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.model.report.Lane;

/**
 * Says which partitions need a tick: those without anything to read whose watermark is behind the
 * newest record that is visible anywhere. The horizon is the smallest of all watermarks, so a quiet
 * partition would hold it back for ever. Only raw records make a partition newer, so ticks end soon
 * after the records do.
 */
final class TickRule {
  /** One partition of a lane. */
  record LanePartition(Lane lane, int partition) {}

  private TickRule() {}

  /**
   * The partitions due for a tick.
   *
   * @param states all partitions of all lanes, in order
   * @param owned those this process looks after
   */
  static List<LanePartition> due(
      Map<Lane, List<PartitionState>> states, Map<Lane, Set<Integer>> owned) {
    long newest =
        states.values().stream()
            .flatMap(List::stream)
            .mapToLong(state -> state.watermark().data())
            .max()
            .orElse(0);
    List<LanePartition> due = new ArrayList<>();
    states.forEach((lane, ofLane) -> {
      for (int partition = 0; partition < ofLane.size(); partition++) {
        PartitionState state = ofLane.get(partition);
        if (owned.getOrDefault(lane, Set.of()).contains(partition)
            && state.isDrained()
            && state.watermark().added() < newest) {
          due.add(new LanePartition(lane, partition));
        }
      }
    });
    return due;
  }
}
