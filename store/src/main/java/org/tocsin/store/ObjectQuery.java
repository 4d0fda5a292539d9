package org.tocsin.store;

import org.jspecify.annotations.Nullable;

/**
 * Which objects to look for; null means no such condition, and all given ones must hold.
 *
 * @param text words; an object must hold each of them in a text of its own
 * @param type STIX type
 * @param id STIX id
 * @param provider the provider's short name
 * @param allVersions every version that arrived; otherwise only the last one of each object, and
 *     none that was revoked, unless asked for by its id
 * @param cursor where to go on, null for the beginning
 * @param limit how many at most, 1 to 1,000
 */
public record ObjectQuery(
    @Nullable String text,
    @Nullable String type,
    @Nullable String id,
    @Nullable String provider,
    boolean allVersions,
    @Nullable String cursor,
    int limit) {}
