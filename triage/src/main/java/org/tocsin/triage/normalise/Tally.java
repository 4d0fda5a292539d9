package org.tocsin.triage.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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
    int next = 0;
    for (int first = 0; first < facts.size(); first = next) {
      Accepted accepted = facts.get(first).accepted();
      EnumSet<WriteResult> record = EnumSet.noneOf(WriteResult.class);
      for (next = first; isOfRecord(accepted, facts, next); next++) {
        record.add(results.get(next));
        UUID incident = facts.get(next).incident();
        if (incident != null && results.get(next).isKept()) {
          incidents.add(incident);
        }
      }
      count(accepted, record);
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
        reading.normalised().suppressed().size(),
        rejects.size(),
        rejects,
        List.copyOf(incidents));
  }

  private static boolean isOfRecord(Accepted record, List<PlacedFact> facts, int at) {
    return at < facts.size() && facts.get(at).accepted().position() == record.position();
  }

  /** A record of several facts is as well off as the worst of them, and new if any of them is. */
  private void count(Accepted accepted, Set<WriteResult> record) {
    if (record.contains(WriteResult.UNSTORABLE)) {
      reject(accepted, RejectReason.UNSTORABLE, "the index refuses this record");
    } else if (record.contains(WriteResult.VERSION_CONFLICT)) {
      reject(
          accepted,
          RejectReason.VERSION_CONFLICT,
          "this id and version are known with other content");
    } else if (record.contains(WriteResult.OBSERVED)) {
      observed++;
    } else {
      duplicate++;
    }
  }

  private void reject(Accepted accepted, RejectReason reason, String detail) {
    rejects.add(new Reject(accepted.position(), null, null, reason, detail));
  }
}
