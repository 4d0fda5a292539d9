package org.tocsin.web.subscription;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.secret.NodeSecret;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.MailConfirmation;
import org.tocsin.model.subscription.SigningSecret;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionRules;
import org.tocsin.model.subscription.SubscriptionWish;
import org.tocsin.store.Decisions;
import org.tocsin.store.subscription.KnownSubscriptions;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.CommandDesk;
import org.tocsin.web.command.Handed;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;
import tools.jackson.databind.node.ObjectNode;

/** Where people and machines say what they want to hear of. Others' subscriptions do not exist. */
public final class SubscriptionDesk {
  /** How many one owner can have; the rules cannot count. */
  static final int MOST = 200;

  private final KnownSubscriptions known;
  private final Memberships memberships;
  private final CommandDesk desk;
  private final Decisions decisions;
  private final NodeSecret node;
  private final InstantSource clock;

  /** Hands in there, and derives secrets of that one. */
  public SubscriptionDesk(
      KnownSubscriptions known,
      Memberships memberships,
      CommandDesk desk,
      Decisions decisions,
      NodeSecret node,
      InstantSource clock) {
    this.clock = clock;
    this.known = known;
    this.memberships = memberships;
    this.desk = desk;
    this.decisions = decisions;
    this.node = node;
  }

  /** Whether the reader's roles include having subscriptions. */
  public static boolean isOpenTo(Reader reader) {
    return SubscriptionRules.maySubscribe(Actor.of(reader));
  }

  /** Those the reader may see, by name; a new one is there within two seconds. */
  public List<SeenSubscription> all(Reader reader) {
    return known.now().stream()
        .filter(subscription -> subscription.isShownTo(reader))
        .sorted(
            Comparator.comparing((Subscription one) -> !one.isOwnedBy(reader.name()))
                .thenComparing(Subscription::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Subscription::id))
        .map(subscription -> seen(subscription, 0, reader))
        .toList();
  }

  /**
   * One as it stands now.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   */
  public SeenSubscription one(String id, Reader reader) {
    Revision revision = revision(id(id)).orElseThrow(SubscriptionDesk::none);
    Subscription subscription = revision.as(Subscription.class);
    if (!subscription.isShownTo(reader)) {
      throw none();
    }
    return seen(subscription, revision.version(), reader);
  }

  /**
   * The same, for whoever may change it.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws AccessDeniedException when there is, and they may not change it
   */
  public SeenSubscription own(String id, Reader reader) {
    SeenSubscription seen = one(id, reader);
    if (!seen.mayChange()) {
      throw new AccessDeniedException("it is somebody else's subscription");
    }
    return seen;
  }

  /** What a command made of it. */
  public SeenSubscription after(Revision revision, Reader reader) {
    return seen(revision.as(Subscription.class), revision.version(), reader);
  }

  /**
   * Makes one.
   *
   * @param id chosen by whoever asks
   * @throws AccessDeniedException when the reader's roles do not include it
   * @throws NotVisibleException where that id is somebody else's
   * @throws RefusedException when it cannot be made; the message names the field
   * @throws org.tocsin.web.command.VersionConflictException as {@link CommandDesk#submit}
   */
  public Handed create(UUID id, Asked asked, Reader reader) {
    requireOpen(reader);
    Optional<Revision> there = revision(id);
    if (there.isPresent() && !there.get().as(Subscription.class).isShownTo(reader)) {
      throw none();
    }
    long owned = known.now().stream().filter(one -> one.isOwnedBy(reader.name())).count();
    if (there.isEmpty() && owned >= MOST) {
      throw RefusedException.wrongState(
          "you have " + MOST + " subscriptions, the most there can be");
    }
    return submit(id, asked, reader);
  }

  /**
   * Describes one anew; whoever does stands for it from then on.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws AccessDeniedException when they may not change it
   * @throws RefusedException when it cannot be so; the message names the field
   * @throws org.tocsin.web.command.VersionConflictException as {@link CommandDesk#submit}
   */
  public Handed put(String id, Asked asked, Reader reader) {
    return submit(own(id, reader).subscription().id(), asked, reader);
  }

  /**
   * Does something to one.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws AccessDeniedException when the reader may not
   * @throws RefusedException as {@link CommandDesk#submit}
   * @throws org.tocsin.web.command.VersionConflictException as {@link CommandDesk#submit}
   */
  public Handed act(String id, SubscriptionAction action, Asked asked, Reader reader) {
    SeenSubscription seen = one(id, reader);
    boolean may = action == SubscriptionAction.ROTATE ? seen.mayChange() : seen.maySteer();
    if (!may) {
      throw new AccessDeniedException("it is somebody else's subscription");
    }
    Asked plain =
        new Asked(
            asked.commandId(),
            action.key(),
            asked.expectedVersion(),
            EntityJson.MAPPER.createObjectNode());
    return submit(seen.subscription().id(), plain, reader);
  }

  /**
   * Confirms the mail address of one, by what came with the mail that was sent there.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws RefusedException where that is not good for it, or no longer
   */
  public Handed confirm(String id, String token, Reader reader) {
    Subscription subscription = one(id, reader).subscription();
    boolean holds =
        subscription.channel() instanceof Channel.Mail mail
            && MailConfirmation.holds(node, token, subscription, mail, clock.instant());
    if (!holds || !(subscription.channel() instanceof Channel.Mail address)) {
      throw RefusedException.wrongState(
          "this confirmation is over, or of another address; a new one can be sent");
    }
    Command command =
        new Command(
            UUID.randomUUID(),
            SubscriptionRules.CONFIRMATION,
            subscription.ref(),
            null,
            SubscriptionRules.CONFIRM,
            EntityJson.MAPPER.createObjectNode().put("address", address.address()));
    return new Handed(command, desk.submit(command));
  }

  /**
   * Reads what somebody would describe; without a name, and a channel where none is said, since
   * nothing is made of it.
   *
   * @throws RefusedException when it cannot be; the message names the field
   */
  public static SubscriptionWish tried(Asked asked) {
    ObjectNode details = asked.details().deepCopy();
    if (details.path("name").asString("").isBlank()) {
      details.put("name", "Test");
    }
    if (!details.has("channel")) {
      details.putObject("channel").put("kind", "portal");
    }
    return SubscriptionRules.wish(details);
  }

  /**
   * As whom to look at what it would have sent: the team sees what its owner gets, everybody else
   * what they may see themselves.
   */
  public Reader onlooker(SeenSubscription seen, Reader reader) {
    Subscription subscription = seen.subscription();
    return reader.isStaff() && !subscription.isOwnedBy(reader.name())
        ? subscription.reader(memberships)
        : reader;
  }

  private Handed submit(UUID id, Asked asked, Reader reader) {
    Command command =
        BadParameterException.unlessReadable(() ->
            new Command(
                asked.commandId(),
                Actor.of(reader),
                Subscription.ref(id),
                asked.expectedVersion(),
                asked.action(),
                asked.details()));
    return new Handed(command, desk.submit(command));
  }

  private SeenSubscription seen(Subscription subscription, long version, Reader reader) {
    Actor actor = Actor.of(reader);
    boolean change = SubscriptionRules.mayChange(subscription, actor);
    boolean steer =
        change || reader.roles().contains(Role.LEAD) || reader.roles().contains(Role.ADMIN);
    boolean signed = change && subscription.channel() instanceof Channel.Webhook;
    return new SeenSubscription(
        subscription,
        version,
        subscription.state(subscription.reader(memberships).membership()),
        change,
        steer,
        signed ? SigningSecret.of(node, subscription) : null);
  }

  private Optional<Revision> revision(UUID id) {
    EntityRef ref = Subscription.ref(id);
    return desk.ask(() -> Optional.ofNullable(decisions.now(List.of(ref)).get(ref)));
  }

  private static UUID id(String id) {
    return Given.uuid(id).orElseThrow(SubscriptionDesk::none);
  }

  private static void requireOpen(Reader reader) {
    if (!isOpenTo(reader)) {
      throw new AccessDeniedException("your roles do not include subscribing");
    }
  }

  private static NotVisibleException none() {
    return new NotVisibleException("subscription");
  }
}
