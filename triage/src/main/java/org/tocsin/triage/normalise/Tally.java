package org.tocsin.triage.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tocsin.model.account.Outcome;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.store.WriteResult;
import org.tocsin.stream.ReceivedRecord;

/** Counts what became of the records of one raw record. */
final class Tally {
  private final ReceivedRecord received;
  private final Normaliser.Reading reading;
  private final List<Reject> rejects;
  private int observed;
  private int duplicate;

  Tally(ReceivedRecord received, Normaliser.Reading reading) {
    this.received = received;
    this.reading = reading;
    this.rejects = new ArrayList<>(reading.normalised().rejects());
  }

  /** The outcome, given its facts and the result of each. */
  Outcome over(List<PlacedFact> facts, List<WriteResult> results) {
    Set<UUID> incidents = new LinkedHashSet<>();
    for (int i = 0; i < facts.size(); i++) {
      Accepted accepted = facts.get(i).accepted();
      UUID incident = facts.get(i).incident();
      if (incident != null && results.get(i).isKept()) {
        incidents.add(incident);
      }
      switch (results.get(i)) {
        case OBSERVED -> observed++;
        case DUPLICATE -> duplicate++;
        case VERSION_CONFLICT ->
            reject(
                accepted,
                RejectReason.VERSION_CONFLICT,
                "this id and version are known with other content");
        case UNSTORABLE ->
            reject(accepted, RejectReason.UNSTORABLE, "the index refuses this record");
      }
    }
    rejects.sort(Comparator.comparingInt(Reject::position));
    RawRecord raw = received.raw();
    return new Outcome(
        raw.receipt(),
        raw.number(),
        raw.origin(),
        raw.submitter(),
        raw.format(),
        reading.version(),
        raw.collectedAt(),
        received.location(),
        raw.records(),
        observed,
        duplicate,
        0,
        rejects.size(),
        rejects,
        List.copyOf(incidents));
  }

  private void reject(Accepted accepted, RejectReason reason, String detail) {
    rejects.add(new Reject(accepted.position(), null, null, reason, detail));
  }
}
