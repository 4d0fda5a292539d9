package org.tocsin.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.EntityRef;

/**
 * Which decisions to look for; null means no such condition, and all given ones must hold.
 *
 * @param entity an entity the command was about or that it changed
 * @param actor who gave the command
 * @param from earliest time it was journalled
 * @param to latest time it was journalled, exclusive
 * @param newest the last one first; otherwise in the order of the journal
 * @param cursor where to go on, null for the beginning
 * @param limit how many at most, 1 to 1,000
 */
public record DecisionQuery(
    @Nullable EntityRef entity,
    @Nullable String actor,
    @Nullable Instant from,
    @Nullable Instant to,
    boolean newest,
    @Nullable String cursor,
    int limit) {}
