package org.tocsin.stream;

import java.time.Instant;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;

/**
 * A raw record as its consumer gets it.
 *
 * @param raw the record
 * @param location where it is kept
 * @param added when its first record becomes visible; the record at position n of it one
 *     microsecond later each. Follows from the log alone, so reading again gives the same
 */
public record ReceivedRecord(RawRecord raw, RawLocation location, Instant added) {}
