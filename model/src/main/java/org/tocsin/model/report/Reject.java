package org.tocsin.model.report;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be taken, and why; its bytes stay in the raw record.
 *
 * @param position the record's position in the raw record, from 0
 * @param line line of the submission it begins on, from 1; null where lines mean nothing
 * @param path column name or JSON pointer of the field at fault, null where it is the record as a
 *     whole
 * @param reason the kind of fault
 * @param detail one sentence a person understands; holds no value of a field
 */
public record Reject(
    int position, @Nullable Long line, @Nullable String path, RejectReason reason, String detail) {}
