package org.tocsin.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Slot;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/**
 * An observation as it is kept.
 *
 * @param id content id
 * @param slot where it entered first
 * @param origin provider and feed
 * @param submitter who sent it in, null where the reader sees it without what is personal
 * @param format the format it was read as
 * @param observedAt when it happened, as the record says
 * @param collectedAt when it was collected
 * @param added when it became visible, microseconds
 * @param rsit what kind of incident it tells of, null where the record does not say
 * @param reportType the provider's own name for the kind of report, null where there is none
 * @param tlp how far it may travel
 * @param raw where its raw record is kept
 * @param start where its own bytes begin in the raw record's text
 * @param length how many bytes it takes there
 * @param listing whether a list still holds it, null for what is no entry of a list
 * @param objects its STIX: the observed-data first, then the SCOs it refers to
 */
public record StoredObservation(
    UUID id,
    Slot slot,
    Origin origin,
    @Nullable String submitter,
    String format,
    Instant observedAt,
    Instant collectedAt,
    Instant added,
    @Nullable Rsit rsit,
    @Nullable String reportType,
    Tlp tlp,
    RawLocation raw,
    int start,
    int length,
    @Nullable Listing listing,
    List<StixObject> objects) {

  /** Of an event. */
  public StoredObservation(
      UUID id,
      Slot slot,
      Origin origin,
      @Nullable String submitter,
      String format,
      Instant observedAt,
      Instant collectedAt,
      Instant added,
      @Nullable Rsit rsit,
      @Nullable String reportType,
      Tlp tlp,
      RawLocation raw,
      int start,
      int length,
      List<StixObject> objects) {
    this(
        id,
        slot,
        origin,
        submitter,
        format,
        observedAt,
        collectedAt,
        added,
        rsit,
        reportType,
        tlp,
        raw,
        start,
        length,
        null,
        objects);
  }

  /** The same as those see it whom that filter admits to it: whole, or without what is personal. */
  public StoredObservation under(SharingFilter filter) {
    boolean whole = submitter != null && filter.admitsWhole(Marked.of(tlp, submitter));
    return whole ? this : redacted();
  }

  /** Whether what is personal is in it, which shows to the team and to whoever sent it in. */
  public boolean isWhole() {
    return submitter != null;
  }

  private StoredObservation redacted() {
    return new StoredObservation(
        id,
        slot,
        origin,
        null,
        format,
        observedAt,
        collectedAt,
        added,
        rsit,
        reportType,
        tlp,
        raw,
        start,
        length,
        listing,
        Redaction.of(objects));
  }
}
