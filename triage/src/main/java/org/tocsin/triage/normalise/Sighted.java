package org.tocsin.triage.normalise;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.WriteResult;

/** The episodes that were observed, each with the strictest level seen. For one thread. */
final class Sighted {
  private final Map<UUID, Episode> known = new HashMap<>();
  private final Map<UUID, Opening> openings = new LinkedHashMap<>();

  /** Takes note of an episode that may be observed; its id, null where there is none. */
  @Nullable UUID know(Optional<Episode> episode) {
    episode.ifPresent(each -> known.put(each.id(), each));
    return episode.map(Episode::id).orElse(null);
  }

  /** Takes facts of episodes it knows; those that were not kept count for nothing. */
  void see(List<PlacedFact> facts, List<WriteResult> results) {
    for (int i = 0; i < facts.size(); i++) {
      UUID incident = facts.get(i).incident();
      Episode episode = incident == null ? null : known.get(incident);
      if (episode != null && results.get(i).isKept()) {
        add(new Opening(episode, level(facts.get(i).accepted().fact())));
      }
    }
  }

  void addAll(Sighted others) {
    others.openings.values().forEach(this::add);
  }

  /** Each episode once. */
  Collection<Opening> openings() {
    return List.copyOf(openings.values());
  }

  private void add(Opening opening) {
    openings.merge(
        opening.episode().id(),
        opening,
        (one, other) -> new Opening(one.episode(), Tlp.stricter(one.tlp(), other.tlp())));
  }

  private static Tlp level(Fact fact) {
    return switch (fact) {
      case Observation observation -> observation.tlp();
      case StixVersion version -> version.tlp();
    };
  }
}
