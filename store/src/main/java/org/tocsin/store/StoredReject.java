package org.tocsin.store;

import java.time.Instant;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.Slot;

/**
 * A reject as it is kept; its id is its slot.
 *
 * @param slot where the record entered
 * @param origin provider and feed
 * @param submitter who sent it in
 * @param format the format that was tried
 * @param collectedAt when it was collected
 * @param raw where its raw record is kept
 * @param reject what was wrong
 */
public record StoredReject(
    Slot slot,
    Origin origin,
    String submitter,
    String format,
    Instant collectedAt,
    RawLocation raw,
    Reject reject) {}
