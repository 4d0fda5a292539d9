package org.tocsin.web.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.Matchable;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionFilter;
import org.tocsin.model.subscription.SubscriptionIndex;
import org.tocsin.model.subscription.SubscriptionWish;
import org.tocsin.model.subscription.What;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.model.warning.Withdrawal;
import org.tocsin.store.ObservationQuery;
import org.tocsin.store.Observations;
import org.tocsin.store.Page;
import org.tocsin.store.StoredObservation;
import org.tocsin.store.StoredWarning;
import org.tocsin.store.WarningQuery;
import org.tocsin.store.Warnings;
import org.tocsin.web.account.KnownProgress;

/**
 * Says what a subscription would have sent within the last 30 days: by the same index that finds
 * who wants to hear of something new, over what the sharing policy lets its owner have by that
 * channel. Looks through a bounded number of things, the newest first.
 */
public final class DryRuns {
  /** So far it looks back. */
  public static final Duration PERIOD = Duration.ofDays(30);

  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 10;

  private final Warnings warnings;
  private final Observations observations;
  private final KnownProgress progress;
  private final Memberships memberships;
  private final InstantSource clock;

  /** Asks these. */
  public DryRuns(
      Warnings warnings,
      Observations observations,
      KnownProgress progress,
      Memberships memberships,
      InstantSource clock) {
    this.warnings = warnings;
    this.observations = observations;
    this.progress = progress;
    this.memberships = memberships;
    this.clock = clock;
  }

  /**
   * What that would have sent to that reader.
   *
   * @param until the end of the time to look at, null for now
   */
  public DryRun of(SubscriptionWish wish, Reader owner, @Nullable Instant until) {
    Instant end = until == null ? clock.instant() : until;
    Look look = new Look(wish, owner, end.minus(PERIOD), end);
    if (wish.filter().about().contains(What.WARNINGS)) {
      look.throughWarnings();
    }
    if (wish.filter().about().contains(What.OBSERVATIONS)) {
      look.throughObservations();
    }
    return new Tally(wish, look.from, look.until).of(look.found, look.complete);
  }

  /** One look at all there is. */
  private final class Look {
    private final SubscriptionFilter wanted;
    private final SubscriptionIndex index;
    private final SharingFilter gate;
    private final Instant from;
    private final Instant until;
    private final List<Tally.Found> found = new ArrayList<>();
    private boolean complete = true;

    Look(SubscriptionWish wish, Reader owner, Instant from, Instant until) {
      this.wanted = wish.filter();
      this.index = new SubscriptionIndex(List.of(asIfThere(wish, owner)), memberships);
      this.gate = SharingPolicy.knowledge(owner, wish.channel().exit());
      this.from = from;
      this.until = until;
    }

    private boolean matches(Matchable thing) {
      return !index.match(thing).isEmpty();
    }

    private boolean isWithin(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }

    void throughWarnings() {
      @Nullable String cursor = null;
      for (int pages = 0; pages < MOST_PAGES; pages++) {
        WarningQuery all = WarningQuery.all(PAGE);
        WarningQuery query =
            new WarningQuery(all.states(), null, null, null, null, cursor, all.limit());
        Page<StoredWarning> page = warnings.search(query, gate, clock.instant());
        page.items().forEach(stored -> take(stored.warning()));
        if (!page.more() || page.items().isEmpty() || isOver(page.items().getLast().warning())) {
          return;
        }
        cursor = page.cursor();
      }
      complete = false;
    }

    private boolean isOver(Warning last) {
      return last.changedAt().isBefore(from);
    }

    private void take(Warning warning) {
      for (WarningVersion version : warning.versions()) {
        WarningContent content = version.content();
        if (isWithin(version.at()) && gate.admits(content.marked(warning.createdBy()))) {
          take(warning, content, version.at(), content.title());
        }
      }
      Withdrawal end = warning.withdrawal();
      if (end != null && isWithin(end.at()) && warning.published().isPresent()) {
        WarningContent last = warning.content();
        take(warning, last, end.at(), "Withdrawn: " + last.title());
      }
    }

    private void take(Warning warning, WarningContent content, Instant at, String title) {
      Matchable thing = Matchable.of(content);
      if (matches(thing)) {
        found.add(
            new Tally.Found(
                thing, warning.id().toString(), warning.number(), title, at, content.tlp()));
      }
    }

    void throughObservations() {
      Instant newest = progress.now().progresses().newest();
      Instant horizon = newest.isBefore(until) ? newest : until;
      @Nullable String cursor = null;
      for (int pages = 0; pages < MOST_PAGES; pages++) {
        Page<StoredObservation> page = observations.search(query(cursor), gate, horizon);
        page.items().forEach(this::take);
        boolean over = page.items().isEmpty() || page.items().getLast().added().isBefore(from);
        if (!page.more() || over) {
          return;
        }
        cursor = page.cursor();
      }
      complete = false;
    }

    /** The store narrows what it can; the index decides. */
    private ObservationQuery query(@Nullable String cursor) {
      return new ObservationQuery(
          null,
          wanted.types().size() == 1 ? lastPart(wanted.types().getFirst()) : null,
          null,
          null,
          null,
          null,
          null,
          wanted.countries().size() == 1 ? wanted.countries().getFirst() : null,
          null,
          null,
          null,
          null,
          ObservationQuery.Order.NEWEST,
          cursor,
          PAGE);
    }

    private void take(StoredObservation stored) {
      Matchable thing = Matchable.of(stored.rsit(), stored.objects());
      if (isWithin(stored.added()) && matches(thing)) {
        found.add(
            new Tally.Found(
                thing, stored.id().toString(), null, title(thing), stored.added(), stored.tlp()));
      }
    }
  }

  private static String lastPart(String type) {
    return type.substring(type.indexOf('.') + 1);
  }

  /** What an observation tells of, in a line, without what is personal. */
  private static String title(Matchable thing) {
    return thing.values().stream()
        .filter(value -> !value.path().startsWith("autonomous-system:name"))
        .sorted(Comparator.comparing(value -> value.path()))
        .map(value -> value.value())
        .findFirst()
        .orElse("an observation");
  }

  private static Subscription asIfThere(SubscriptionWish wish, Reader owner) {
    SubscriptionWish sent =
        wish.channel() instanceof Channel.Mail
            ? new SubscriptionWish(
                wish.name(),
                wish.filter(),
                new Channel.Portal(),
                wish.pace(),
                wish.language(),
                wish.repeatAfter(),
                wish.stormCap())
            : wish;
    return new Subscription(
        new UUID(0, 0),
        owner.name(),
        owner.roles(),
        owner.organisation(),
        sent,
        false,
        false,
        null,
        0,
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
