package org.tocsin.model.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact with all that the store keeps beside it.
 *
 * @param slot where the record entered
 * @param origin provider and feed
 * @param submitter the person or machine that sent it in
 * @param format name of the format it was read as
 * @param normaliser version of the normaliser that made it; a newer one replaces what an older one
 *     made
 * @param collectedAt when the submission was opened
 * @param kind what the submission says about those before it
 * @param added when it becomes visible to readers who follow the order of visibility; microseconds
 * @param raw where its raw record is kept
 * @param accepted the fact and where its bytes are in the raw record
 * @param incident the episode, and so the incident, that what was observed belongs to; null where
 *     it tells of none
 */
public record PlacedFact(
    Slot slot,
    Origin origin,
    String submitter,
    String format,
    int normaliser,
    Instant collectedAt,
    FeedKind kind,
    Instant added,
    RawLocation raw,
    Accepted accepted,
    @Nullable UUID incident) {

  /** A fact of a submission of events. */
  public PlacedFact(
      Slot slot,
      Origin origin,
      String submitter,
      String format,
      int normaliser,
      Instant collectedAt,
      Instant added,
      RawLocation raw,
      Accepted accepted,
      @Nullable UUID incident) {
    this(
        slot,
        origin,
        submitter,
        format,
        normaliser,
        collectedAt,
        FeedKind.EVENTS,
        added,
        raw,
        accepted,
        incident);
  }

  /**
   * Whether it is an entry of a list. An object that comes in versions is none: its sender revokes
   * it or says how long it is valid.
   */
  public boolean isListed() {
    return kind == FeedKind.LIST && accepted.fact() instanceof Observation;
  }
}
