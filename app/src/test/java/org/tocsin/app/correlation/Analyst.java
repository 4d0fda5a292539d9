package org.tocsin.app.correlation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.tocsin.app.correlation.Plan.Step;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.Network;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.ElasticsearchStore;
import org.tocsin.store.IncidentQuery;
import org.tocsin.store.Page;
import org.tocsin.store.StoredIncident;
import org.tocsin.stream.Journal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Carries out a plan as soon as the incidents are there, while observations go on arriving. */
final class Analyst implements Callable<List<Decision>> {
  static final SharingFilter ALL =
      SharingPolicy.knowledge(new Reader("analyst", Set.of(Role.ANALYST), null));
  private static final Actor ACTOR = new Actor("analyst", Set.of(Role.ANALYST), null);
  private static final Duration LIMIT = Duration.ofMinutes(20);

  private final Plan plan;
  private final Map<Integer, UUID> contents;
  private final ElasticsearchStore store;
  private final Journal journal;
  private final Map<String, UUID> known = new HashMap<>();
  private final Map<EntityRef, Long> answered = new HashMap<>();
  private final List<Decision> decisions = new ArrayList<>();

  Analyst(Plan plan, Map<Integer, UUID> contents, ElasticsearchStore store, Journal journal) {
    this.plan = plan;
    this.contents = contents;
    this.store = store;
    this.journal = journal;
  }

  /** What was decided on each command, in the order of the plan for each incident. */
  @Override
  public List<Decision> call() {
    List<Step> open = new ArrayList<>(plan.steps());
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> {
          look();
          Set<String> waiting = new HashSet<>();
          open.removeIf(step -> !waiting.contains(step.key()) && isDone(step, waiting));
          return open.isEmpty();
        });
    return decisions;
  }

  /** Carries it out if it can; otherwise later steps about the same incident wait with it. */
  private boolean isDone(Step step, Set<String> waiting) {
    if (known.containsKey(step.key()) && isKnownOrNone(step.other())) {
      act(step);
      return true;
    }
    waiting.add(step.key());
    return false;
  }

  private boolean isKnownOrNone(String key) {
    return key.isEmpty() || known.containsKey(key);
  }

  private void look() {
    all(store)
        .forEach(stored -> {
          Incident incident = stored.incident();
          if (incident.episode() != null) {
            known.putIfAbsent(key(incident.episode()), incident.id());
          }
        });
  }

  /** All incidents searches see. */
  static Collection<StoredIncident> all(ElasticsearchStore store) {
    List<StoredIncident> all = new ArrayList<>();
    String cursor = null;
    Page<StoredIncident> page;
    do {
      page =
          store
              .incidents()
              .search(
                  new IncidentQuery(
                      null, Set.of(), null, null, false, null, null, null, cursor, 500),
                  ALL);
      all.addAll(page.items());
      cursor = page.cursor();
    } while (page.more());
    return all;
  }

  /** As {@link Sight#key}, of those that say where. */
  private static String key(Episode episode) {
    Network network = episode.network();
    long days = episode.type().classification().equals("vulnerable") ? 7 : 1;
    String where =
        network.asn() != null
            ? network.asn().toString()
            : network.domain() != null ? network.domain() : text(network.ip());
    return String.join(
        "|",
        episode.type().type(),
        text(episode.reportType()),
        where,
        text(network.country()),
        "",
        Long.toString(Math.floorDiv(episode.from().getEpochSecond(), days * 86_400)));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private void act(Step step) {
    UUID id = known.get(step.key());
    EntityRef ref = Incident.ref(id);
    long seen =
        Math.max(
            store.decisions().now(List.of(ref)).get(ref).version(), answered.getOrDefault(ref, 0L));
    Command command =
        new Command(UUID.randomUUID(), ACTOR, ref, seen, step.action(), details(step));
    journal.append(command);
    Decision decision =
        await()
            .atMost(LIMIT)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> store.decisions().of(command.id()), Optional::isPresent)
            .orElseThrow();
    decision.revision().ifPresent(revision -> answered.put(ref, revision.version()));
    decisions.add(decision);
  }

  private ObjectNode details(Step step) {
    ObjectNode details = EntityJson.MAPPER.createObjectNode();
    switch (step.action()) {
      case "merge" -> details.putArray("incidents").add(known.get(step.other()).toString());
      case "unmerge" -> details.put("incident", known.get(step.other()).toString());
      case "split" -> {
        ArrayNode moved = details.putArray("observations");
        step.numbers().forEach(number -> moved.add(contents.get(number).toString()));
        details.put("into", new UUID(known.get(step.key()).getMostSignificantBits(), 7).toString());
        details.putArray("parts");
      }
      default -> details.put("reason", "done");
    }
    return details;
  }
}
