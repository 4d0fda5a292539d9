package org.tocsin.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Slot;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/**
 * An observation as it is kept.
 *
 * @param id content id
 * @param slot where it entered first
 * @param origin provider and feed
 * @param submitter who sent it in
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
 * @param objects its STIX: the observed-data first, then the SCOs it refers to
 */
public record StoredObservation(
    UUID id,
    Slot slot,
    Origin origin,
    String submitter,
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
    List<StixObject> objects) {}
