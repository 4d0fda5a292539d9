package org.tocsin.stream.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.model.report.Lane;
import org.tocsin.stream.lane.TickRule.LanePartition;
import org.tocsin.stream.visibility.Watermark;

class TickRuleTest {
  private static final Map<Lane, Set<Integer>> ALL =
      Map.of(Lane.INTERACTIVE, Set.of(0), Lane.BULK, Set.of(0, 1));
  private static final PartitionState UNUSED = new PartitionState(0, 0, Watermark.START);
  private static final PartitionState NEWEST = new PartitionState(9, 9, new Watermark(500, 500));

  @Test
  void shouldLeaveAnEmptyLogAlone() {
    assertThat(TickRule.due(states(UNUSED, UNUSED, UNUSED), ALL)).isEmpty();
  }

  @Test
  void shouldMoveQuietPartitionsOfBothLanesAndThoseNeverUsed() {
    PartitionState behind = new PartitionState(4, 4, new Watermark(499, 300));

    assertThat(TickRule.due(states(UNUSED, behind, NEWEST), ALL))
        .containsExactlyInAnyOrder(
            new LanePartition(Lane.INTERACTIVE, 0), new LanePartition(Lane.BULK, 0));
  }

  @Test
  void shouldWaitWhileSomethingIsThereToRead() {
    PartitionState busy = new PartitionState(4, 5, new Watermark(100, 100));

    assertThat(TickRule.due(states(NEWEST, busy, NEWEST), ALL)).isEmpty();
  }

  @Test
  void shouldEndOnceEveryPartitionHasCaughtUp() {
    PartitionState ticked = new PartitionState(5, 5, new Watermark(500, 300));
    PartitionState tickedFurther = new PartitionState(5, 5, new Watermark(9_000, 0));

    assertThat(TickRule.due(states(ticked, tickedFurther, NEWEST), ALL)).isEmpty();
  }

  @Test
  void shouldLeaveOtherProcessesPartitionsToThem() {
    assertThat(TickRule.due(states(UNUSED, UNUSED, NEWEST), Map.of(Lane.BULK, Set.of(0))))
        .containsExactly(new LanePartition(Lane.BULK, 0));
  }

  private static Map<Lane, List<PartitionState>> states(
      PartitionState interactive, PartitionState bulk0, PartitionState bulk1) {
    return Map.of(Lane.INTERACTIVE, List.of(interactive), Lane.BULK, List.of(bulk0, bulk1));
  }
}
