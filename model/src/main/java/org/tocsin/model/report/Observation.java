package org.tocsin.model.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/**
 * Something that was seen, as its final STIX.
 *
 * @param contentId what it is: the same record again has the same id
 * @param observedAt when it happened, as the record says (any year)
 * @param rsit what kind of incident it tells of, null where the record does not say
 * @param reportType the provider's own name for the kind of report, null where there is none
 * @param tlp how far it may travel
 * @param objects the observed-data first, then the SCOs it refers to
 */
public record Observation(
    UUID contentId,
    Instant observedAt,
    @Nullable Rsit rsit,
    @Nullable String reportType,
    Tlp tlp,
    List<StixObject> objects)
    implements Fact {
  public Observation {
    objects = List.copyOf(objects);
  }
}
