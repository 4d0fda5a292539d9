package org.tocsin.model.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.Slot;

/**
 * What became of one raw record; its id is the raw record's slot, so reading it again replaces it.
 * The counts are triage's own: {@code observed + duplicate + suppressed + rejected} should equal
 * {@code collected}, which is the framer's, and nothing here makes them equal.
 *
 * @param receipt the submission
 * @param number the raw record's number in it
 * @param origin provider and feed
 * @param submitter the person or machine that sent it in
 * @param format the format it was read as
 * @param normaliser version of the normaliser that read it
 * @param collectedAt when the submission was opened
 * @param raw where the raw record is kept; of two outcomes of the same raw record that of the later
 *     offset counts
 * @param collected how many records the framer counted in it
 * @param observed records that became a new observation or object
 * @param duplicate records whose content was there already
 * @param suppressed records that a rule keeps out
 * @param rejected records that could not be taken
 * @param rejects the rejected ones, the first {@value #MAX_LISTED} of them
 * @param incidents the incidents that its records belong to, each once, the first {@value
 *     #MAX_LISTED} of them
 */
public record Outcome(
    UUID receipt,
    int number,
    Origin origin,
    String submitter,
    String format,
    int normaliser,
    Instant collectedAt,
    RawLocation raw,
    int collected,
    int observed,
    int duplicate,
    int suppressed,
    int rejected,
    List<Reject> rejects,
    List<UUID> incidents) {

  /** How many rejects of one raw record are listed one by one; all of them are counted. */
  public static final int MAX_LISTED = 1_000;

  public Outcome {
    rejects = List.copyOf(rejects.subList(0, Math.min(rejects.size(), MAX_LISTED)));
    incidents = List.copyOf(incidents.subList(0, Math.min(incidents.size(), MAX_LISTED)));
  }

  /** The outcome's id: that of the raw record. */
  public String id() {
    return Slot.rawId(receipt, number);
  }
}
