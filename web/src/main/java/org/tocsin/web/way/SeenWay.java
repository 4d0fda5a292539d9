package org.tocsin.web.way;

import org.jspecify.annotations.Nullable;

/**
 * A way in as it stands now.
 *
 * @param version how many commands were applied to it, for the next one's {@code expectedVersion};
 *     null where that is not known just now
 */
public record SeenWay(FaringWay way, @Nullable Long version) {}
