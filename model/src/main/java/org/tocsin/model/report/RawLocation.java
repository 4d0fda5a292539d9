package org.tocsin.model.report;

/**
 * Where a raw record is kept.
 *
 * @param lane the lane whose topic holds it
 * @param partition partition of the topic
 * @param offset offset in the partition
 */
public record RawLocation(Lane lane, int partition, long offset) {}
