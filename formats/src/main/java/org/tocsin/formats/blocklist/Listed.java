package org.tocsin.formats.blocklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Observable;

/**
 * Something to block or look for.
 *
 * @param observable what it is
 * @param warning the number of the warning that released it
 * @param tlp how far it may travel
 * @param validUntil until when, exclusive; null where no end is known
 */
public record Listed(
    Observable observable, String warning, Tlp tlp, @Nullable Instant validUntil) {}
