package org.tocsin.triage.normalise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Answer;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.MailThread;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.incident.Touched;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.StixVersion;
import org.tocsin.store.WriteResult;

/**
 * What was observed: the episodes, each with the strictest level seen, and the objects of which a
 * version came. For one thread.
 */
final class Sighted {
  private final Map<UUID, Episode> known = new HashMap<>();
  private final Map<UUID, Opening> openings = new LinkedHashMap<>();
  private final Map<UUID, List<Answer>> answers = new HashMap<>();
  private final Set<String> versioned = new HashSet<>();

  /** Takes note of an episode that may be observed; its id, null where there is none. */
  @Nullable UUID know(Optional<Episode> episode) {
    episode.ifPresent(each -> known.put(each.id(), each));
    return episode.map(Episode::id).orElse(null);
  }

  /** Takes facts of episodes it knows; those that were not kept count for nothing. */
  void see(List<PlacedFact> facts, List<WriteResult> results) {
    for (int i = 0; i < facts.size(); i++) {
      if (results.get(i).isKept() && !isSnapshotsTime(facts.get(i), results.get(i))) {
        see(facts.get(i).accepted().fact(), facts.get(i).incident());
        if (results.get(i) == WriteResult.OBSERVED) {
          answer(facts.get(i));
        }
      }
    }
  }

  /** The same mail again is no answer to anything. */
  private void answer(PlacedFact placed) {
    Opening opening = placed.incident() == null ? null : openings.get(placed.incident());
    if (opening != null
        && opening.written() != null
        && placed.accepted().fact() instanceof Observation mail) {
      Answer answer =
          new Answer(
              mail.contentId(),
              placed.added(),
              MailThread.numberOf(mail).orElse(null),
              MailThread.mailsOf(mail));
      answers.merge(opening.episode().id(), List.of(answer), Answer::both);
    }
  }

  /**
   * Whether it is an entry of a list that was there already and says no time itself: it has that of
   * its snapshot, and with it an episode that the stored entry does not belong to.
   */
  private static boolean isSnapshotsTime(PlacedFact fact, WriteResult result) {
    return result == WriteResult.DUPLICATE
        && fact.isListed()
        && fact.accepted().fact() instanceof Observation observation
        && observation.observedAt().equals(fact.collectedAt());
  }

  private void see(Fact fact, @Nullable UUID incident) {
    Episode episode = incident == null ? null : known.get(incident);
    if (episode != null) {
      add(opening(episode, fact));
    }
    if (fact instanceof StixVersion version && version.observation() != null) {
      versioned.add(version.object().id());
    }
  }

  void addAll(Sighted others) {
    others.openings.values().forEach(this::add);
    others.answers.forEach((id, some) -> answers.merge(id, some, Answer::both));
    versioned.addAll(others.versioned);
  }

  boolean isAnything() {
    return !openings.isEmpty() || !versioned.isEmpty();
  }

  /** The observed-data that came in versions, by id. */
  Set<String> versioned() {
    return versioned;
  }

  /**
   * Each incident once.
   *
   * @param ofVersions those that some version of what came in versions belongs to
   */
  Collection<Touched> touched(Set<UUID> ofVersions) {
    List<Touched> all = new ArrayList<>();
    openings.forEach(
        (id, opening) -> all.add(Touched.by(opening, answers.getOrDefault(id, List.of()))));
    ofVersions.stream()
        .filter(id -> !openings.containsKey(id))
        .forEach(id -> all.add(Touched.left(id)));
    return all;
  }

  private void add(Opening opening) {
    openings.merge(opening.episode().id(), opening, Opening::and);
  }

  private static Opening opening(Episode episode, Fact fact) {
    return switch (fact) {
      case Observation observation -> Opening.of(episode, observation);
      case StixVersion version -> new Opening(episode, version.tlp());
    };
  }
}
