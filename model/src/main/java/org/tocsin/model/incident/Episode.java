package org.tocsin.model.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;

/**
 * What makes observations one incident: the same kind of thing, in the same part of the net, in the
 * same span of time. It follows from each of its observations alone, so the order in which they
 * arrive does not matter.
 *
 * @param id of the episode, and of the incident made of it
 * @param type what happened
 * @param reportType the provider's own name for the kind of report, null where there is none
 * @param network where it happened
 * @param from begin of its span of time; that of mails people wrote is all of time
 * @param to end of it, exclusive
 * @param previous id of the episode of the same kind and place in the span before, whether there is
 *     one or not
 */
public record Episode(
    UUID id,
    Rsit type,
    @Nullable String reportType,
    Network network,
    Instant from,
    Instant to,
    UUID previous) {
  /** Whether it is one of a series, each in a span of time of its own. */
  public boolean isSpan() {
    return !from.equals(Episodes.FIRST);
  }
}
