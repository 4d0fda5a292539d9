package org.tocsin.store.index;

import co.elastic.clients.json.JsonData;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.NextGeneration;
import org.tocsin.store.cluster.Cluster;

/**
 * Holds the writes of a generation while the next one catches up. Until when is written into the
 * mapping of its submissions, so that any process can end a hold whose rebuild died.
 */
final class Holds {
  private static final Logger LOG = LoggerFactory.getLogger(Holds.class);
  private static final String UNTIL = "writes_held_until";

  private final Cluster cluster;
  private final Names names;
  private final Indices indices;
  private final InstantSource clock;

  Holds(Cluster cluster, Names names, Indices indices, InstantSource clock) {
    this.cluster = cluster;
    this.names = names;
    this.indices = indices;
    this.clock = clock;
  }

  void hold(Inventory inventory, int generation) {
    String until = StixTime.millis(clock.instant().plus(NextGeneration.LONGEST_HOLD));
    cluster.ask(
        "saying until when writes are held",
        () ->
            cluster
                .client()
                .indices()
                .putMapping(
                    request -> request.index(marked(generation)).meta(UNTIL, JsonData.of(until))));
    indices.hold(inventory.list(generation));
  }

  /** Whether a hold of that generation stands, and has some time left. */
  boolean stands(Inventory inventory, int generation) {
    List<String> all = inventory.list(generation);
    return until(generation).filter(clock.instant()::isBefore).isPresent() && indices.areHeld(all);
  }

  void release(Inventory inventory, int generation) {
    indices.release(inventory.list(generation));
  }

  /** Ends a hold of ours that is over; a block that somebody else set is theirs to lift. */
  void releaseOverdue(Inventory inventory, int generation) {
    List<String> all = inventory.list(generation);
    boolean over = until(generation).filter(end -> !clock.instant().isBefore(end)).isPresent();
    if (over && indices.isAnyHeld(all)) {
      LOG.warn("writes to generation {} were held too long and go on now", generation);
      indices.release(all);
    }
  }

  private Optional<Instant> until(int generation) {
    return cluster.ask(
        "asking until when writes are held",
        () ->
            cluster
                .client()
                .indices()
                .getMapping(request -> request.index(marked(generation)))
                .mappings()
                .values()
                .stream()
                .flatMap(mapping -> mapping.mappings().meta().entrySet().stream())
                .filter(meta -> meta.getKey().equals(UNTIL))
                .flatMap(meta -> StixTime.parse(meta.getValue().to(String.class)).stream())
                .findFirst());
  }

  private String marked(int generation) {
    return names.index(View.SUBMISSIONS, generation);
  }
}
