package org.tocsin.alerts.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryEvent.Queued;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.release.Release;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.store.DeliveryQuery;
import org.tocsin.store.KeptDelivery;
import org.tocsin.stream.DeliveryLog.Posting;
import org.tocsin.stream.JournalStep;

/**
 * Turns what the journal released of warnings into deliveries: a version for each who wants it and
 * may see it, a withdrawal for each who got, or may have got, a version before it. A batch that
 * comes again queues the same deliveries again, which is once in effect.
 */
final class Announcer implements JournalStep {
  private final DeliveryPorts ports;
  private final Subscribers subscribers;
  private final Carriers carriers;
  private final Catching catching;

  /** Waits until what was written before is there to be read. */
  interface Catching {
    /** Until what the journal decided up to that offset is visible. */
    void projected(long offset);

    /** Until what the ledger holds now is visible. */
    void ledger();
  }

  Announcer(DeliveryPorts ports, Subscribers subscribers, Carriers carriers) {
    this(ports, subscribers, carriers, new CaughtUp(ports.projected(), ports.read()));
  }

  Announcer(DeliveryPorts ports, Subscribers subscribers, Carriers carriers, Catching catching) {
    this.ports = ports;
    this.subscribers = subscribers;
    this.carriers = carriers;
    this.catching = catching;
  }

  @Override
  public void take(List<Journaled> batch) {
    List<Journaled> some =
        batch.stream()
            .filter(made -> made.command().entity().kind() == EntityKind.WARNING)
            .toList();
    if (some.isEmpty()) {
      return;
    }
    catching.projected(some.getLast().offset());
    some.forEach(this::announce);
  }

  private void announce(Journaled made) {
    Decision decision = ports.decisions().of(made.command().id()).orElse(null);
    if (decision == null
        || decision.verdict() != Verdict.APPLIED
        || decision.made().offset() != made.offset()) {
      return; // the command was refused, or given again
    }
    for (Revision revision : decision.revisions()) {
      if (revision.entity().kind() == EntityKind.WARNING) {
        Warning warning = revision.as(Warning.class);
        warning.release(decision.made()).ifPresent(release -> announce(warning, release, made));
      }
    }
  }

  private void announce(Warning warning, Release release, Journaled made) {
    boolean recall = warning.withdrawal() != null;
    List<Posting> postings = recall ? recalls(warning, made) : publications(warning, release, made);
    if (!postings.isEmpty()) {
      ports.log().appendAll(postings);
    }
  }

  private List<Posting> publications(Warning warning, Release release, Journaled made) {
    WarningVersion version = warning.published().orElseThrow();
    List<Posting> postings = new ArrayList<>();
    for (Subscription subscription : subscribers.wanting(warning)) {
      if (subscription.createdAt().isBefore(made.added()) && mayGet(subscription, release)) {
        UUID id =
            DeliveryIds.version(
                ports.namespace().get(), warning.id(), version.number(), subscription.id());
        Instant now = ports.clock().instant();
        postings.add(
            new Posting(
                subscription.id(),
                new Queued(
                    id,
                    now,
                    item(warning, version, made, false, subscription),
                    Paces.notBefore(subscription.wish().pace(), now))));
      }
    }
    return postings;
  }

  private boolean mayGet(Subscription subscription, Release release) {
    return SharingPolicy.knowledge(
            subscription.reader(ports.memberships()), carriers.exit(subscription))
        .admits(release.marked());
  }

  private static DeliveryItem item(
      Warning warning,
      WarningVersion version,
      Journaled made,
      boolean recall,
      Subscription subscription) {
    return new DeliveryItem(
        warning.id(),
        warning.number(),
        version.number(),
        recall,
        made.added(),
        subscription.id(),
        subscription.owner(),
        subscription.organisation(),
        Carriers.channel(subscription));
  }

  /** What is about to be sent counts as well: the courier looks again when it gets there. */
  private List<Posting> recalls(Warning warning, Journaled made) {
    catching.ledger();
    Map<UUID, Delivery> last = new LinkedHashMap<>();
    for (KeptDelivery kept : ports.deliveries().all(DeliveryQuery.of(warning.id()))) {
      Delivery delivery = kept.delivery();
      if (!delivery.item().recall() && (delivery.mayHaveGone() || delivery.state().isOpen())) {
        last.merge(
            delivery.item().subscription(),
            delivery,
            (one, other) -> one.item().isBefore(other.item()) ? other : one);
      }
    }
    return last.values().stream().map(delivery -> recall(delivery.item(), made)).toList();
  }

  private Posting recall(DeliveryItem sent, Journaled made) {
    DeliveryItem item =
        new DeliveryItem(
            sent.warning(),
            sent.number(),
            sent.version(),
            true,
            made.added(),
            sent.subscription(),
            sent.recipient(),
            sent.organisation(),
            sent.channel());
    UUID id = DeliveryIds.recall(ports.namespace().get(), sent.warning(), sent.subscription());
    Instant now = ports.clock().instant();
    return new Posting(sent.subscription(), new Queued(id, now, item, now));
  }
}
