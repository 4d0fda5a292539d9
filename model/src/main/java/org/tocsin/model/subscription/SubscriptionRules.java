package org.tocsin.model.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.Field;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Rules;
import org.tocsin.model.sharing.Role;
import tools.jackson.databind.node.ObjectNode;

/**
 * What commands do to a subscription. {@code put} describes all of it: it makes one, or changes
 * one's own, or one of one's organisation where one is its focal point. Whoever describes it stands
 * for it from then on: what they may see is what is sent, so nobody can have sent to themselves
 * what another one may see. {@code pause}, {@code resume}, {@code rotate} and {@code remove} are
 * for the same, and all but {@code rotate} for leads and admins too. {@code confirm} comes from
 * whoever reads the mail address, by the rule {@link #CONFIRMATION}.
 */
public final class SubscriptionRules implements Rules {
  /** Describes all of it; the details are a {@link SubscriptionWish}. */
  public static final String PUT = "put";

  /** Sends nothing for now. */
  public static final String PAUSE = "pause";

  /** Goes on. */
  public static final String RESUME = "resume";

  /** Signs with another secret. */
  public static final String ROTATE = "rotate";

  /** Says that whoever reads the mail address wants it; the details name the {@code address}. */
  public static final String CONFIRM = "confirm";

  /** Ends it. */
  public static final String REMOVE = "remove";

  /** The rule that hands in what readers of a mail address confirmed. */
  public static final Actor CONFIRMATION = Actor.rule("confirmation");

  private static final Role[] SUBSCRIBING = {
    Role.FOCAL_POINT, Role.SUBSCRIBER, Role.PEER, Role.ANALYST, Role.LEAD, Role.ADMIN
  };

  /** What a confirmation is about. */
  private record Confirming(String address) {
    Confirming {
      address = Field.text("address", address, 254);
    }
  }

  @Override
  public EntityKind kind() {
    return EntityKind.SUBSCRIPTION;
  }

  /** Whether somebody with those roles may have subscriptions at all. */
  public static boolean maySubscribe(Actor actor) {
    return actor.hasAny(SUBSCRIBING);
  }

  @Override
  public List<Entity> decide(Journaled made, Before before) {
    Command command = made.command();
    Optional<Subscription> there = before.find(command.entity(), Subscription.class);
    if (there.isPresent() && there.get().removed()) {
      throw RefusedException.wrongState("the subscription was removed");
    }
    if (command.action().equals(PUT)) {
      return List.of(put(there.orElse(null), made));
    }
    Subscription subscription =
        there.orElseThrow(() -> RefusedException.notFound("there is no such subscription"));
    Instant at = made.added();
    return List.of(
        switch (command.action()) {
          case PAUSE -> steered(subscription, command).paused(true, at);
          case RESUME -> steered(subscription, command).paused(false, at);
          case REMOVE -> steered(subscription, command).removed(at);
          case ROTATE -> own(subscription, command).rotated(at);
          case CONFIRM -> confirmed(subscription, command, at);
          default ->
              throw RefusedException.invalid(
                  "action: one of put, pause, resume, rotate, confirm, remove");
        });
  }

  private static Subscription put(@Nullable Subscription there, Journaled made) {
    Command command = made.command();
    if (!maySubscribe(command.by())) {
      throw RefusedException.forbidden("your roles do not include subscribing");
    }
    if (there != null) {
      own(there, command);
    }
    Instant at = made.added();
    return new Subscription(
        id(command),
        command.by().name(),
        command.by().roles(),
        command.by().organisation(),
        wish(command.details()),
        there != null && there.paused(),
        false,
        there == null ? null : there.confirmed(),
        there == null ? 0 : there.rotation(),
        there == null ? null : there.rotatedAt(),
        there == null ? at : there.createdAt(),
        at);
  }

  /**
   * Reads what an owner describes.
   *
   * @throws RefusedException when it cannot be; the message names the field
   */
  public static SubscriptionWish wish(ObjectNode details) {
    try {
      return EntityJson.read(details, SubscriptionWish.class);
    } catch (RefusedException e) {
      // Its parts name their fields whole; where they were read need not be said twice.
      String message = String.valueOf(e.getMessage());
      throw RefusedException.invalid(
          message.replaceFirst("^(filter|channel)[^ ]*: (?=\\1\\.)", ""));
    }
  }

  private static UUID id(Command command) {
    try {
      return UUID.fromString(command.entity().id());
    } catch (IllegalArgumentException e) {
      throw RefusedException.invalid("id: must be a UUID");
    }
  }

  private static Subscription steered(Subscription subscription, Command command) {
    return command.by().hasAny(Role.LEAD, Role.ADMIN) ? subscription : own(subscription, command);
  }

  /** Whether somebody may describe it anew: its owner, and the focal points of both. */
  public static boolean mayChange(Subscription subscription, Actor by) {
    boolean colleague =
        by.hasAny(Role.FOCAL_POINT)
            && by.organisation() != null
            && by.organisation().equals(subscription.organisation());
    return maySubscribe(by) && (subscription.isOwnedBy(by.name()) || colleague);
  }

  private static Subscription own(Subscription subscription, Command command) {
    if (!mayChange(subscription, command.by())) {
      throw RefusedException.forbidden("it is somebody else's subscription");
    }
    return subscription;
  }

  private static Subscription confirmed(Subscription subscription, Command command, Instant at) {
    if (!command.by().equals(CONFIRMATION)) {
      throw RefusedException.forbidden("only whoever reads the mail address can confirm it");
    }
    String address = command.details(Confirming.class).address();
    if (!(subscription.channel() instanceof Channel.Mail mail) || !mail.address().equals(address)) {
      throw RefusedException.wrongState("it is not sent to that address any more");
    }
    return subscription.confirmed(address, at);
  }
}
