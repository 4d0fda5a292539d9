package org.tocsin.model.warning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reader says to have seen a warning.
 *
 * @param by user name or client id
 * @param organisation the organisation they spoke for, null for the node itself
 * @param version the number of the published version they had before them
 * @param at when
 */
public record WarningAcknowledgement(
    String by, @Nullable String organisation, int version, Instant at) {}
