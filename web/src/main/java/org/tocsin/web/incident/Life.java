package org.tocsin.web.incident;

import org.tocsin.store.Page;

/**
 * A part of an incident's life, as far as a reader may see it.
 *
 * @param page what happened
 * @param version of the incident after the last decision in it, told to the reader or not
 */
public record Life(Page<Happening> page, long version) {}
