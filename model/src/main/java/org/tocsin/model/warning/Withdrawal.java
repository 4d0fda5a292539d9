package org.tocsin.model.warning;

import java.time.Instant;

/**
 * A warning was taken back.
 *
 * @param by who did
 * @param at when that became visible
 * @param offset where the journal has it
 * @param reason why, in words for its readers
 */
public record Withdrawal(String by, Instant at, long offset, String reason) {}
