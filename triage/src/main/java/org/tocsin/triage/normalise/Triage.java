package org.tocsin.triage.normalise;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.tocsin.formats.Formats;
import org.tocsin.formats.sco.RegistrableDomain;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Episodes;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.Slot;
import org.tocsin.model.report.StixVersion;
import org.tocsin.store.FactWriter;
import org.tocsin.store.WriteResult;
import org.tocsin.stream.LaneStep;
import org.tocsin.stream.ObservedLog;
import org.tocsin.stream.ReceivedRecord;

/**
 * The step between the raw log and the store: normalise, write the facts, write what became of each
 * raw record, make it visible, and then say which episodes were observed. Repeating a batch changes
 * nothing.
 */
public final class Triage implements LaneStep {
  private final Normaliser normaliser;
  private final Episodes episodes;
  private final FactWriter writer;
  private final ObservedLog observed;
  private final ExecutorService portions;
  private final TriageMeters meters;

  /**
   * A step over these formats and this store.
   *
   * @param namespace the node's namespace; asked for each raw record, so it may arrive late
   * @param observed is told which episodes were observed, once searches see what was
   * @param portions runs the portions of a batch side by side; its size bounds memory
   */
  public Triage(
      Formats formats,
      Supplier<NodeNamespace> namespace,
      FactWriter writer,
      ObservedLog observed,
      ExecutorService portions,
      MeterRegistry registry) {
    this.normaliser = new Normaliser(formats, namespace);
    this.episodes = new Episodes(namespace, RegistrableDomain::of);
    this.writer = writer;
    this.observed = observed;
    this.portions = portions;
    this.meters = new TriageMeters(registry);
  }

  @Override
  public void take(List<ReceivedRecord> batch) {
    List<Future<Sighted>> running = new ArrayList<>();
    for (List<ReceivedRecord> portion : Portion.of(batch)) {
      running.add(portions.submit(() -> takePortion(portion)));
    }
    Sighted sighted = awaitAll(running);
    writer.makeVisible();
    if (sighted.isAnything()) {
      observed.append(sighted.touched(writer.incidentsOfVersions(sighted.versioned())));
    }
  }

  private Sighted takePortion(List<ReceivedRecord> portion) {
    List<Normaliser.Reading> readings =
        portion.stream().map(received -> normaliser.read(received.raw())).toList();
    Sighted sighted = new Sighted();
    List<PlacedFact> facts = new ArrayList<>();
    for (int i = 0; i < portion.size(); i++) {
      place(portion.get(i), readings.get(i), facts, sighted);
    }
    List<WriteResult> results = writer.write(facts);
    sighted.see(facts, results);
    List<Outcome> outcomes = new ArrayList<>();
    int done = 0;
    for (int i = 0; i < portion.size(); i++) {
      int records = readings.get(i).normalised().accepted().size();
      outcomes.add(
          new Tally(portion.get(i), readings.get(i))
              .over(facts.subList(done, done + records), results.subList(done, done + records)));
      done += records;
    }
    writer.writeOutcomes(outcomes);
    outcomes.forEach(meters::count);
    return sighted;
  }

  private void place(
      ReceivedRecord received,
      Normaliser.Reading reading,
      List<PlacedFact> facts,
      Sighted sighted) {
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
              raw.kind(),
              received.added().plus(accepted.position(), ChronoUnit.MICROS),
              received.location(),
              accepted,
              sighted.know(episode(accepted.fact()))));
    }
  }

  private Optional<Episode> episode(Fact fact) {
    return switch (fact) {
      case Observation observation -> episodes.of(observation);
      case StixVersion version -> Optional.ofNullable(version.observation()).flatMap(episodes::of);
    };
  }

  /**
   * All portions end before this returns or throws: none may still write when the batch comes
   * again.
   */
  private static Sighted awaitAll(List<Future<Sighted>> running) {
    Sighted all = new Sighted();
    RuntimeException failure = null;
    for (Future<Sighted> portion : running) {
      try {
        all.addAll(portion.get());
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
    return all;
  }
}
