package org.tocsin.model.journal;

import java.time.Instant;

/**
 * A command as the journal has it. All three numbers follow from the journal alone.
 *
 * @param offset its place in the journal
 * @param at when it was appended, by the broker's clock; milliseconds
 * @param added when what comes of it becomes visible: the later of {@code at} and one microsecond
 *     after the record before
 * @param command the command
 */
public record Journaled(long offset, Instant at, Instant added, Command command) {}
