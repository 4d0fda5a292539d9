package org.tocsin.triage.rebuild;

import java.util.function.Function;
import org.tocsin.store.DecisionWriter;
import org.tocsin.store.FactWriter;
import org.tocsin.store.NextGeneration;
import org.tocsin.store.Rebuild;
import org.tocsin.stream.JournalStep;
import org.tocsin.stream.LaneStep;
import org.tocsin.stream.delivery.DeliveryReplay;
import org.tocsin.stream.journal.JournalReplay;
import org.tocsin.stream.lane.ReportReplay;

/**
 * One rebuild: reads the lanes, the journal and the ledger of deliveries from their beginning into
 * the next generation, catches up while the live one goes on, holds it for the last few records,
 * and puts the new one in its place.
 */
public final class Rebuilding {
  /** So little left, in raw records, that live writers need not wait long. */
  private static final int NEARLY_NOTHING = 64;

  private final Rebuild rebuild;
  private final ReportReplay replay;
  private final Function<FactWriter, LaneStep> triage;
  private final JournalReplay journal;
  private final Function<DecisionWriter, JournalStep> projector;
  private final DeliveryReplay deliveries;

  /**
   * A rebuild that has not begun.
   *
   * @param triage makes the step that writes with the writer it is given
   * @param projector makes the step of the journal, likewise
   * @param deliveries reads what became of deliveries; nothing goes out again
   */
  public Rebuilding(
      Rebuild rebuild,
      ReportReplay replay,
      Function<FactWriter, LaneStep> triage,
      JournalReplay journal,
      Function<DecisionWriter, JournalStep> projector,
      DeliveryReplay deliveries) {
    this.rebuild = rebuild;
    this.replay = replay;
    this.triage = triage;
    this.journal = journal;
    this.projector = projector;
    this.deliveries = deliveries;
  }

  /**
   * Does it. When it fails the old generation stays in use.
   *
   * @param listener is told how far it is
   * @return the number of the generation that is in use now
   */
  public int run(ReportReplay.Listener listener) {
    NextGeneration next = rebuild.begin();
    try {
      LaneStep step = triage.apply(next.facts());
      JournalStep decisions = projector.apply(next.decisions());
      journal.run(decisions);
      while (replay.run(step, listener) > NEARLY_NOTHING) {
        // more came in while this was being read
      }
      journal.run(decisions);
      deliveries.run(next.deliveries()::apply);
      next.incidents().ofAll();
      next.listEnds().look();
      next.holdWrites();
      replay.run(step, listener);
      journal.run(decisions);
      deliveries.run(next.deliveries()::apply);
      next.swap();
      return next.number();
    } catch (RuntimeException e) {
      next.abandon();
      throw e;
    }
  }
}
