package org.tocsin.triage.normalise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.Slot;
import org.tocsin.store.FactWriter;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.store.WriteResult;

/** Keeps what is written, by the same rule as the store: the slot decides who was first. */
final class MemoryWriter implements FactWriter {
  final Map<UUID, PlacedFact> facts = new HashMap<>();
  final Map<String, Outcome> outcomes = new HashMap<>();
  final List<String> calls = new ArrayList<>();
  boolean down;

  @Override
  public synchronized List<WriteResult> write(List<PlacedFact> placed) {
    if (down) {
      throw new StoreUnavailableException("down", new IllegalStateException());
    }
    calls.add("facts");
    return placed.stream().map(this::write).toList();
  }

  private WriteResult write(PlacedFact fact) {
    UUID id = ((Observation) fact.accepted().fact()).contentId();
    Slot first = facts.computeIfAbsent(id, key -> fact).slot();
    return first.equals(fact.slot()) ? WriteResult.OBSERVED : WriteResult.DUPLICATE;
  }

  @Override
  public synchronized void writeOutcomes(List<Outcome> written) {
    calls.add("outcomes");
    written.forEach(outcome -> outcomes.put(outcome.id(), outcome));
  }

  @Override
  public void writeSubmissions(List<Submission> submissions) {
    throw new UnsupportedOperationException("triage of raw records writes no submissions");
  }

  @Override
  public Set<UUID> incidentsOfVersions(Collection<String> objects) {
    return Set.of();
  }

  @Override
  public synchronized void makeVisible() {
    calls.add("visible");
  }
}
