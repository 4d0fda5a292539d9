package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;
import org.tocsin.web.incident.Happening;
import org.tocsin.web.incident.Happening.Decided;
import org.tocsin.web.incident.Happening.Observed;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something in the life of an incident; what does not apply is left out.
 *
 * @param at when it became known
 * @param kind {@code observed} or {@code decided}
 * @param provider who published what was observed
 * @param count how many observations
 * @param complete whether all of them are counted, or only the newest part
 * @param receipts submissions they came in, the first few
 * @param offset place of the decision in the journal
 * @param action what was done
 * @param actor who did it; absent where that is not for the reader
 * @param text what they said
 * @param details what else the action was told
 * @param of the incident it was done to, where that is another one
 * @param version of this incident after it
 */
@JsonInclude(Include.NON_NULL)
record HappeningItem(
    String at,
    String kind,
    @Nullable String provider,
    @Nullable Long count,
    @Nullable Boolean complete,
    @Nullable String firstObserved,
    @Nullable String lastObserved,
    @Nullable String firstCollected,
    @Nullable String lastCollected,
    @Nullable List<UUID> receipts,
    @Nullable Long offset,
    @Nullable UUID commandId,
    @Nullable String action,
    @Nullable String actor,
    @Nullable String organisation,
    @Nullable String text,
    @Nullable ObjectNode details,
    @Nullable UUID of,
    @Nullable Long version) {

  static HappeningItem of(Happening happening) {
    return switch (happening) {
      case Observed observed -> observed(observed);
      case Decided decided -> decided(decided);
    };
  }

  private static HappeningItem observed(Observed observed) {
    return new HappeningItem(
        StixTime.micros(observed.at()),
        "observed",
        observed.provider(),
        observed.count(),
        observed.all(),
        observed.firstObserved().toString(),
        observed.lastObserved().toString(),
        observed.firstCollected().toString(),
        observed.lastCollected().toString(),
        observed.receipts().isEmpty() ? null : observed.receipts(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static HappeningItem decided(Decided decided) {
    return new HappeningItem(
        StixTime.micros(decided.at()),
        "decided",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        decided.offset(),
        decided.commandId(),
        decided.action(),
        decided.actor(),
        decided.organisation(),
        decided.words(),
        decided.details().isEmpty() ? null : decided.details(),
        decided.of(),
        decided.version());
  }
}
