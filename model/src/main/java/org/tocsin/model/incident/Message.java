package org.tocsin.model.incident;

import org.jspecify.annotations.Nullable;

/**
 * The details of the command {@code message}. The team says to whom it writes, or from whom it had
 * something; whoever else gives the command writes to the team.
 *
 * @param to user name, id of an organisation, or how else they are called; null where it is not the
 *     team that writes
 * @param from the same of whoever the team had it from; null otherwise
 * @param text the words
 */
public record Message(@Nullable String to, @Nullable String from, @Nullable String text) {}
