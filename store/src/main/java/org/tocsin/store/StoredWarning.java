package org.tocsin.store;

import org.tocsin.model.warning.Warning;

/**
 * A warning as it is kept.
 *
 * @param warning all of it; what of it a reader may see is said by {@link Warning#shownTo}
 * @param version how many journal records were applied to it
 */
public record StoredWarning(Warning warning, long version) {}
