package org.tocsin.triage.normalise;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.tocsin.formats.Formats;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.Slot;
import org.tocsin.store.FactWriter;
import org.tocsin.store.WriteResult;
import org.tocsin.stream.LaneStep;
import org.tocsin.stream.ReceivedRecord;

/**
 * The step between the raw log and the store: normalise, write the facts, write what became of each
 * raw record, make it visible. Repeating a batch changes nothing.
 */
public final class Triage implements LaneStep {
  private final Normaliser normaliser;
  private final FactWriter writer;
  private final ExecutorService portions;
  private final TriageMeters meters;

  /**
   * A step over these formats and this store.
   *
   * @param namespace the node's namespace; asked for each raw record, so it may arrive late
   * @param portions runs the portions of a batch side by side; its size bounds memory
   */
  public Triage(
      Formats formats,
      Supplier<NodeNamespace> namespace,
      FactWriter writer,
      ExecutorService portions,
      MeterRegistry registry) {
    this.normaliser = new Normaliser(formats, namespace);
    this.writer = writer;
    this.portions = portions;
    this.meters = new TriageMeters(registry);
  }

  @Override
  public void take(List<ReceivedRecord> batch) {
    List<Future<?>> running = new ArrayList<>();
    for (List<ReceivedRecord> portion : Portion.of(batch)) {
      running.add(portions.submit(() -> takePortion(portion)));
    }
    awaitAll(running);
    writer.makeVisible();
  }

  private void takePortion(List<ReceivedRecord> portion) {
    List<Normaliser.Reading> readings =
        portion.stream().map(received -> normaliser.read(received.raw())).toList();
    List<PlacedFact> facts = new ArrayList<>();
    for (int i = 0; i < portion.size(); i++) {
      place(portion.get(i), readings.get(i), facts);
    }
    Iterator<WriteResult> results = writer.write(facts).iterator();
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < portion.size(); i++) {
      outcomes.add(new Tally(portion.get(i), readings.get(i)).over(results));
    }
    writer.writeOutcomes(outcomes);
    outcomes.forEach(meters::count);
  }

  private static void place(
      ReceivedRecord received, Normaliser.Reading reading, List<PlacedFact> facts) {
    var raw = received.raw();
    for (Accepted accepted : reading.normalised().accepted()) {
      facts.add(
          new PlacedFact(
              new Slot(raw.receipt(), raw.number(), accepted.position()),
              raw.origin(),
              raw.submitter(),
              raw.format(),
              reading.version(),
              raw.collectedAt(),
              received.added().plus(accepted.position(), ChronoUnit.MICROS),
              received.location(),
              accepted));
    }
  }

  /**
   * All portions end before this returns or throws: none may still write when the batch comes
   * again.
   */
  private static void awaitAll(List<Future<?>> running) {
    RuntimeException failure = null;
    for (Future<?> portion : running) {
      try {
        portion.get();
      } catch (ExecutionException e) {
        failure =
            e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
      } catch (InterruptedException e) {
        running.forEach(each -> each.cancel(true));
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a batch was being written", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
