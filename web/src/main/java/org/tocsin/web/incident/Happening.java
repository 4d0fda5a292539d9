package org.tocsin.web.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Something in the life of an incident. */
public sealed interface Happening {
  /** When it became known. */
  Instant at();

  /**
   * What one provider reported of it, as far as the reader may see it.
   *
   * @param at when the first of it became visible
   * @param provider who published it
   * @param count how many observations
   * @param firstObserved when the first of them happened
   * @param lastObserved when the last of them happened
   * @param firstCollected when the first of them was collected
   * @param lastCollected when the last of them was collected
   * @param receipts the submissions they came in, the first few; none where the reader may not see
   *     them
   * @param all whether all of it is counted, or only the newest part
   */
  record Observed(
      Instant at,
      String provider,
      long count,
      Instant firstObserved,
      Instant lastObserved,
      Instant firstCollected,
      Instant lastCollected,
      List<UUID> receipts,
      boolean all)
      implements Happening {
    public Observed {
      receipts = List.copyOf(receipts);
    }
  }

  /**
   * What was decided about it.
   *
   * @param at when it was journalled
   * @param offset its place in the journal
   * @param commandId of the command
   * @param action what was done
   * @param actor who did it, null where the reader may not know
   * @param organisation whom they spoke for, null for the node itself or where the reader may not
   *     know
   * @param words what they said, null where they said nothing or not to the reader
   * @param details what the action was told beside the words, as far as the reader may see it
   * @param of the incident it was done to, null where that is this one
   * @param version of this incident after it
   */
  record Decided(
      Instant at,
      long offset,
      UUID commandId,
      String action,
      @Nullable String actor,
      @Nullable String organisation,
      @Nullable String words,
      ObjectNode details,
      @Nullable UUID of,
      long version)
      implements Happening {}
}
