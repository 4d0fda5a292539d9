package org.tocsin.web.directory;

import org.tocsin.model.journal.Entity;

/**
 * An entry of the directory, as far as a reader may see it.
 *
 * @param version how many commands were applied to it, for the next one's {@code expectedVersion}
 * @param whole whether the reader sees all of it
 */
public record Seen<E extends Entity>(E entity, long version, boolean whole) {}
