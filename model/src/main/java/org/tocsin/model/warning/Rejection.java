package org.tocsin.model.warning;

import java.time.Instant;

/**
 * Somebody gave a content back to whoever wrote it.
 *
 * @param by who
 * @param at when
 * @param reason what has to change
 */
public record Rejection(String by, Instant at, String reason) {}
