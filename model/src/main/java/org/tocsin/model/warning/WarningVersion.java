package org.tocsin.model.warning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What readers were given at one time.
 *
 * @param number 1 for the first
 * @param content all it says
 * @param at when it became visible
 * @param offset where the journal has its publication
 * @param by who published it
 * @param approvedBy who approved its content; of a narrowed one, that of the wider one it comes of
 * @param hash of its content
 * @param note what is new in it, in words; null where nobody said
 */
public record WarningVersion(
    int number,
    WarningContent content,
    Instant at,
    long offset,
    String by,
    String approvedBy,
    String hash,
    @Nullable String note) {}
