package org.tocsin.web.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.DecisionQuery;
import org.tocsin.store.Decisions;
import org.tocsin.store.Page;
import org.tocsin.store.StoredObservation;
import org.tocsin.stream.JournalReader;
import org.tocsin.web.incident.Happening.Decided;
import org.tocsin.web.incident.Happening.Observed;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;

/** What happened to an incident, from the first raw record to the last decision. */
public final class FoundTimeline {
  /** As many observations as one page holds are summed up; what came before is not read. */
  private static final int MOST_OBSERVATIONS = 1_000;

  private static final int MOST_DECISIONS = 1_000;
  private static final int MOST_PAGES = 20;
  private static final int MOST_RECEIPTS = 5;

  private final FoundIncidents incidents;
  private final Decisions decisions;
  private final JournalReader journal;

  /** Asks these. */
  public FoundTimeline(FoundIncidents incidents, Decisions decisions, JournalReader journal) {
    this.incidents = incidents;
    this.decisions = decisions;
    this.journal = journal;
  }

  /**
   * A page of it: the first begins with what was observed; what was decided follows, oldest first.
   *
   * @throws NotVisibleException where there is no incident or the reader may not see it
   * @throws BadParameterException where the cursor cannot be read
   */
  public Page<Happening> page(
      String idOrNumber, @Nullable String cursor, int limit, Reader reader) {
    EntityRef incident = incidents.one(idOrNumber, reader).incident().ref();
    Page<Decision> page = decided(incident, false, cursor, limit);
    List<Happening> all = new ArrayList<>();
    if (cursor == null) {
      all.addAll(observed(idOrNumber, reader));
      all.sort(Comparator.comparing(Happening::at));
    }
    all.addAll(told(page, incident, reader));
    return new Page<>(all, page.cursor(), page.more());
  }

  /**
   * What was observed and the last decisions, newest first.
   *
   * @throws NotVisibleException where there is no incident or the reader may not see it
   */
  public Life last(String idOrNumber, Reader reader) {
    EntityRef incident = incidents.one(idOrNumber, reader).incident().ref();
    Page<Decision> page = decided(incident, true, null, MOST_DECISIONS);
    List<Happening> all = told(page, incident, reader);
    all.addAll(observed(idOrNumber, reader));
    all.sort(Comparator.comparing(Happening::at).reversed());
    long version =
        page.items().stream()
            .mapToLong(decision -> Telling.version(decision, incident))
            .max()
            .orElse(0);
    return new Life(all, version);
  }

  private static List<Happening> told(Page<Decision> page, EntityRef incident, Reader reader) {
    List<Happening> all = new ArrayList<>();
    page.items().forEach(decision -> Telling.of(decision, incident, reader).ifPresent(all::add));
    return all;
  }

  /**
   * The messages about it, oldest first: for the team all, for others those from them and to them.
   *
   * @throws NotVisibleException where there is no incident or the reader may not see it
   */
  public List<Decided> messages(String idOrNumber, Reader reader) {
    return said(IncidentAction.MESSAGE, idOrNumber, reader);
  }

  /** What was said by that action: for the team all, for others what is from them and to them. */
  List<Decided> said(IncidentAction action, String idOrNumber, Reader reader) {
    EntityRef incident = incidents.one(idOrNumber, reader).incident().ref();
    List<Decided> said = new ArrayList<>();
    @Nullable String cursor = null;
    boolean more = true;
    for (int pages = 0; more && pages < MOST_PAGES; pages++) {
      Page<Decision> page = decided(incident, false, cursor, MOST_DECISIONS);
      page.items().stream()
          .filter(one -> one.made().command().action().equals(action.key()))
          .forEach(one -> Telling.of(one, incident, reader).ifPresent(said::add));
      cursor = page.cursor();
      more = page.more();
    }
    return said;
  }

  private Page<Decision> decided(
      EntityRef incident, boolean newest, @Nullable String cursor, int limit) {
    DecisionQuery query = new DecisionQuery(incident, null, null, null, newest, cursor, limit);
    return BadParameterException.unlessReadable(() -> decisions.search(query, journal.horizon()));
  }

  private List<Observed> observed(String idOrNumber, Reader reader) {
    Page<StoredObservation> page =
        incidents.observations(idOrNumber, null, MOST_OBSERVATIONS, reader);
    Map<String, List<StoredObservation>> byProvider = new TreeMap<>();
    page.items()
        .forEach(one ->
            byProvider.computeIfAbsent(one.origin().provider(), any -> new ArrayList<>()).add(one));
    return byProvider.entrySet().stream()
        .map(entry -> sum(entry.getKey(), entry.getValue(), !page.more()))
        .toList();
  }

  private static Observed sum(String provider, List<StoredObservation> some, boolean all) {
    return new Observed(
        some.stream().map(StoredObservation::added).min(Instant::compareTo).orElseThrow(),
        provider,
        some.size(),
        some.stream().map(StoredObservation::observedAt).min(Instant::compareTo).orElseThrow(),
        some.stream().map(StoredObservation::observedAt).max(Instant::compareTo).orElseThrow(),
        some.stream().map(StoredObservation::collectedAt).min(Instant::compareTo).orElseThrow(),
        some.stream().map(StoredObservation::collectedAt).max(Instant::compareTo).orElseThrow(),
        receipts(some),
        all);
  }

  private static List<UUID> receipts(List<StoredObservation> some) {
    return some.stream()
        .filter(StoredObservation::isWhole)
        .sorted(Comparator.comparing(StoredObservation::collectedAt))
        .map(one -> one.slot().receipt())
        .distinct()
        .limit(MOST_RECEIPTS)
        .toList();
  }
}
