package org.tocsin.store.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentFacts;
import org.tocsin.store.cluster.BulkOperation;
import org.tocsin.store.cluster.BulkOperation.Absent;
import org.tocsin.store.cluster.BulkOperation.Unchanged;
import org.tocsin.store.cluster.BulkResult;
import org.tocsin.store.cluster.Documents.Found;
import org.tocsin.store.cluster.Documents.Key;
import org.tocsin.store.document.IncidentDocument;
import org.tocsin.store.index.Layout;
import org.tocsin.store.index.View;
import org.tocsin.store.search.Members;
import org.tocsin.store.write.IncidentWrites.Counting;
import org.tocsin.store.write.IncidentWrites.Decided;

/** One try to write incidents: what was read, and what is to be written over it. */
final class IncidentTurn {
  private final Access access;
  private final FactSums sums;
  private final Moves moves;
  private final Layout layout;
  private final Map<UUID, Decided> decided;
  private final Set<UUID> looked = new HashSet<>();
  private final Map<UUID, Found> found = new HashMap<>();
  private final Map<UUID, IncidentDocument> documents = new HashMap<>();
  private final Set<UUID> made = new LinkedHashSet<>();

  IncidentTurn(
      Access access, FactSums sums, Moves moves, Layout layout, Map<UUID, Decided> decided) {
    this.access = access;
    this.sums = sums;
    this.moves = moves;
    this.layout = layout;
    this.decided = decided;
  }

  /** The incidents it wrote that were not there before. */
  Set<UUID> made() {
    return made;
  }

  /**
   * The incidents whose observations are those of some as well: what these are part of, and what
   * their observations were moved into; at whatever depth.
   */
  Set<UUID> concernedBy(Collection<UUID> ids) {
    Set<UUID> all = new LinkedHashSet<>();
    Collection<UUID> next = ids;
    while (!next.isEmpty()) {
      Set<UUID> more = wholesOf(next);
      more.addAll(moves.into(layout.index(View.INCIDENTS), read(next).values()));
      next = more.stream().filter(id -> !ids.contains(id) && all.add(id)).toList();
    }
    return all;
  }

  /** The incidents that some are part of, at whatever depth. */
  private Set<UUID> wholesOf(Collection<UUID> ids) {
    Set<UUID> wholes = new LinkedHashSet<>();
    Collection<UUID> next = ids;
    while (!next.isEmpty()) {
      List<UUID> above = new ArrayList<>();
      for (Incident part : read(next).values()) {
        UUID whole = part.mergedInto();
        if (whole != null && wholes.add(whole)) {
          above.add(whole);
        }
      }
      next = above;
    }
    return wholes;
  }

  /**
   * Writes those that are open, and takes off the ones that are done.
   *
   * @return whether the index is gone or held
   */
  boolean write(Set<UUID> open, Counting counting) {
    read(open);
    Map<UUID, IncidentFacts> facts = counting == Counting.LATER ? Map.of() : facts(open);
    List<UUID> ids = new ArrayList<>();
    List<BulkOperation> operations = new ArrayList<>();
    for (UUID id : open) {
      IncidentDocument document = documents.get(id);
      if (document != null) {
        IncidentDocument counted = document.with(facts.getOrDefault(id, document.facts()));
        if (counting == Counting.NOW || differs(id, counted)) {
          ids.add(id);
          operations.add(operation(id, counted));
        }
      }
    }
    open.retainAll(ids);
    List<BulkResult> results = access.bulk().write(operations);
    access.touched().add(layout.index(View.INCIDENTS));
    for (int i = 0; i < ids.size(); i++) {
      UUID id = ids.get(i);
      if (results.get(i) == BulkResult.DONE || results.get(i) == BulkResult.REFUSED) {
        open.remove(id);
      }
      if (results.get(i) == BulkResult.DONE && !found.containsKey(id)) {
        made.add(id);
      }
    }
    return results.contains(BulkResult.MOVED);
  }

  private boolean differs(UUID id, IncidentDocument counted) {
    Found before = found.get(id);
    if (before == null) {
      return true;
    }
    IncidentDocument stored = IncidentDocument.read(before.source());
    return stored.offset() != counted.offset() || !stored.facts().equals(counted.facts());
  }

  private BulkOperation operation(UUID id, IncidentDocument document) {
    Found before = found.get(id);
    return new BulkOperation(
        layout.index(View.INCIDENTS),
        id.toString(),
        before == null ? new Absent() : new Unchanged(before.seqNo(), before.primaryTerm()),
        document::json);
  }

  /** Reads those that were not read yet; a decision that is not written yet counts already. */
  private Map<UUID, Incident> read(Collection<UUID> ids) {
    List<UUID> unread = ids.stream().filter(looked::add).toList();
    String index = layout.index(View.INCIDENTS);
    access
        .documents()
        .wholes(unread.stream().map(id -> new Key(index, id.toString())).toList())
        .forEach((key, document) -> found.put(UUID.fromString(key.id()), document));
    for (UUID id : unread) {
      Found before = found.get(id);
      IncidentDocument stored = before == null ? null : IncidentDocument.read(before.source());
      IncidentDocument now = after(decided.get(id), stored);
      if (now != null) {
        documents.put(id, now);
      }
    }
    Map<UUID, Incident> incidents = new LinkedHashMap<>();
    for (UUID id : ids) {
      IncidentDocument document = documents.get(id);
      if (document != null) {
        incidents.put(id, document.incident());
      }
    }
    return incidents;
  }

  private static @Nullable IncidentDocument after(
      @Nullable Decided decided, @Nullable IncidentDocument stored) {
    if (decided == null || stored != null && stored.offset() >= decided.made().offset()) {
      return stored;
    }
    Instant first = decided.first() == null ? decided.made().added() : decided.first();
    return IncidentDocument.of(
        decided.revision(),
        decided.made(),
        stored == null ? first : stored.opened(),
        stored == null ? IncidentFacts.NOTHING : stored.facts());
  }

  private Map<UUID, IncidentFacts> facts(Collection<UUID> ids) {
    Map<UUID, IncidentFacts> facts = new HashMap<>();
    List<UUID> plain = new ArrayList<>();
    for (Incident incident : read(ids).values()) {
      if (Members.isPlain(incident)) {
        plain.add(incident.id());
      } else {
        facts.put(
            incident.id(),
            sums.of(layout.allObservations(), Members.of(Members.tree(incident, this::read))));
      }
    }
    for (int from = 0; from < plain.size(); from += FactSums.AT_ONCE) {
      List<UUID> some = plain.subList(from, Math.min(plain.size(), from + FactSums.AT_ONCE));
      Map<UUID, IncidentFacts> counted = sums.ofEpisodes(layout.allObservations(), some);
      some.forEach(id -> facts.put(id, counted.getOrDefault(id, IncidentFacts.NOTHING)));
    }
    return facts;
  }
}
