package org.tocsin.web.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.OrganisationRules;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.directory.SharingGroupRules;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.feed.FeedRules;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentRules;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Court;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionRules;
import org.tocsin.store.DecisionQuery;
import org.tocsin.store.Decisions;
import org.tocsin.store.Directory;
import org.tocsin.store.Page;
import org.tocsin.store.Subscriptions;
import org.tocsin.stream.Journal;
import org.tocsin.stream.JournalProof;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.StreamUnavailableException;

/** A journal that is decided on as it is written, in memory. */
public final class Judged {
  public final List<Decision> decided = new CopyOnWriteArrayList<>();
  public final Map<EntityRef, Revision> now = new ConcurrentHashMap<>();
  public final List<Command> waiting = new CopyOnWriteArrayList<>();

  private final AtomicLong changes = new AtomicLong();

  /** The projector stands still: commands are taken, and nothing comes of them. */
  public volatile boolean stopped;

  public volatile boolean away;

  private final Court court =
      new Court(
          List.of(
              new Note.NoteRules(),
              new OrganisationRules(),
              new SharingGroupRules(),
              new IncidentRules(),
              new FeedRules(),
              new SubscriptionRules()));

  public void clear() {
    decided.clear();
    now.clear();
    waiting.clear();
    changes.incrementAndGet();
    stopped = false;
    away = false;
  }

  /** Decides on what was taken meanwhile. */
  public void resume() {
    stopped = false;
    waiting.forEach(this::decide);
    waiting.clear();
  }

  public Court court() {
    return court;
  }

  public Journal journal() {
    return command -> {
      if (away) {
        throw new StreamUnavailableException(
            "switched off", Duration.ofSeconds(7), new IllegalStateException());
      }
      if (stopped) {
        waiting.add(command);
      } else {
        decide(command);
      }
      return decided.size() + waiting.size() - 1L;
    };
  }

  private void decide(Command command) {
    Instant at = Made.NOON.plusSeconds(decided.size());
    Decision decision =
        court.decide(
            new Journaled(decided.size(), at, at, command),
            ref -> Optional.ofNullable(now.get(ref)));
    decision.revisions().forEach(revision -> now.put(revision.entity(), revision));
    decided.add(decision);
    changes.incrementAndGet();
  }

  public Decisions decisions() {
    return new Decisions() {
      @Override
      public Optional<Decision> of(UUID command) {
        return decided.stream().filter(d -> d.made().command().id().equals(command)).findFirst();
      }

      @Override
      public Map<EntityRef, Revision> now(Collection<EntityRef> entities) {
        Map<EntityRef, Revision> found = new ConcurrentHashMap<>(now);
        found.keySet().retainAll(List.copyOf(entities));
        return found;
      }

      @Override
      public Optional<UUID> incidentOfNumber(String number) {
        return all(EntityKind.INCIDENT, Incident.class).stream()
            .filter(incident -> incident.number().equals(number))
            .map(Incident::id)
            .findFirst();
      }

      @Override
      public Page<Decision> search(DecisionQuery query, Instant horizon) {
        Comparator<Decision> order = Comparator.comparingLong(d -> d.made().offset());
        List<Decision> found =
            decided.stream()
                .filter(d ->
                    query.actor() == null || query.actor().equals(d.made().command().by().name()))
                .filter(d -> query.entity() == null || isAbout(d, query.entity()))
                .sorted(query.newest() ? order.reversed() : order)
                .limit(query.limit())
                .toList();
        return new Page<>(found, "c", false);
      }
    };
  }

  private static boolean isAbout(Decision decision, EntityRef entity) {
    return decision.made().command().entity().equals(entity)
        || decision.revisions().stream().anyMatch(one -> one.entity().equals(entity));
  }

  /** The directory as the journal has made it. */
  public Directory directory() {
    return new Directory() {
      @Override
      public long edition() {
        return changes.get();
      }

      @Override
      public List<Organisation> organisations() {
        return all(EntityKind.ORGANISATION, Organisation.class);
      }

      @Override
      public List<SharingGroup> groups() {
        return all(EntityKind.SHARING_GROUP, SharingGroup.class);
      }
    };
  }

  private <E> List<E> all(EntityKind kind, Class<E> type) {
    return now.values().stream()
        .filter(revision -> revision.entity().kind() == kind)
        .sorted(Comparator.comparing(revision -> revision.entity().id()))
        .map(revision -> EntityJson.read(revision.state(), type))
        .toList();
  }

  /** What was decided about feeds. */
  public List<Feed> feeds() {
    return all(EntityKind.FEED, Feed.class);
  }

  /** What people and machines want to hear of, all of it as if it had just changed. */
  public Subscriptions subscriptions() {
    return new Subscriptions() {
      @Override
      public long edition() {
        return changes.get();
      }

      @Override
      public List<Changed> changedSince(long offset) {
        return now.values().stream()
            .filter(revision -> revision.entity().kind() == EntityKind.SUBSCRIPTION)
            .map(revision ->
                new Changed(revision.as(Subscription.class), revision.version(), offset))
            .toList();
      }
    };
  }

  public JournalReader reader() {
    return new JournalReader() {
      @Override
      public Instant horizon() {
        return Instant.parse("2100-01-01T00:00:00Z");
      }

      @Override
      public JournalProof verify() {
        return new JournalProof(decided.size(), decided.size(), 0, "", -1, List.of(), null);
      }
    };
  }
}
