package org.tocsin.model.subscription;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Domain;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingPolicy;

/**
 * What somebody wants to hear of, and how. Whether they may is asked of the sharing policy, for the
 * owner as reader, each time something is sent.
 *
 * @param id for ever
 * @param owner the person's user name or the machine's client id
 * @param roles the owner's, as the identity provider vouched for them when the owner last described
 *     it
 * @param organisation the one the owner spoke for then, null where they named none
 * @param wish what its owner described
 * @param paused whether nothing is sent for now
 * @param removed whether it is over; then nothing is left of what it said
 * @param confirmed the mail address whose reader said that it is theirs, null where none did
 * @param rotation how often the secret its messages are signed with was changed
 * @param rotatedAt when that was changed last, null where it never was
 * @param createdAt when it was made
 * @param changedAt when it was last changed
 */
public record Subscription(
    UUID id,
    String owner,
    Set<Role> roles,
    @Nullable String organisation,
    SubscriptionWish wish,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean paused,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean removed,
    @Nullable String confirmed,
    int rotation,
    @Nullable Instant rotatedAt,
    Instant createdAt,
    Instant changedAt)
    implements Entity {
  public Subscription {
    roles = Set.copyOf(roles);
  }

  /** Names a subscription. */
  public static EntityRef ref(UUID id) {
    return new EntityRef(EntityKind.SUBSCRIPTION, id.toString());
  }

  @Override
  public EntityRef ref() {
    return ref(id);
  }

  /** What it is called. */
  public String name() {
    return wish.name();
  }

  /** What it is to hear of. */
  public SubscriptionFilter filter() {
    return wish.filter();
  }

  /** How it is carried. */
  public Channel channel() {
    return wish.channel();
  }

  /** Its owner, as the sharing policy wants to know them. */
  public Reader reader(Memberships memberships) {
    return new Reader(owner, roles, organisation).knownTo(memberships);
  }

  /**
   * Where it stands.
   *
   * @param membership what the directory says of the owner's organisation
   */
  public SubscriptionState state(Membership membership) {
    if (removed) {
      return SubscriptionState.REMOVED;
    }
    if (paused) {
      return SubscriptionState.PAUSED;
    }
    return isConfirmed(membership) ? SubscriptionState.ACTIVE : SubscriptionState.UNCONFIRMED;
  }

  /**
   * Whether somebody stands for where it is sent: of a mail address whoever reads it, or the
   * directory, by a domain of the owner's organisation that the address lies in.
   */
  private boolean isConfirmed(Membership membership) {
    return !(channel() instanceof Channel.Mail mail)
        || mail.address().equals(confirmed)
        || membership
            .constituency()
            .ofDomain(mail.domain())
            .filter(Domain.class::isInstance)
            .isPresent();
  }

  /** Whether that person or machine may see it; what is over, nobody does. */
  public boolean isShownTo(Reader reader) {
    return !removed && SharingPolicy.subscription(reader, owner, organisation);
  }

  /** Whether it is that person's or machine's. */
  public boolean isOwnedBy(String name) {
    return owner.equals(name);
  }

  Subscription paused(boolean now, Instant at) {
    return new Subscription(
        id,
        owner,
        roles,
        organisation,
        wish,
        now,
        removed,
        confirmed,
        rotation,
        rotatedAt,
        createdAt,
        at);
  }

  /** The same under a new secret. */
  Subscription rotated(Instant at) {
    return new Subscription(
        id,
        owner,
        roles,
        organisation,
        wish,
        paused,
        removed,
        confirmed,
        rotation + 1,
        at,
        createdAt,
        at);
  }

  /** The same, sent to a mail address whose reader has said that it is theirs. */
  Subscription confirmed(String address, Instant at) {
    return new Subscription(
        id,
        owner,
        roles,
        organisation,
        wish,
        paused,
        removed,
        address,
        rotation,
        rotatedAt,
        createdAt,
        at);
  }

  /** That it was there, and whose. */
  Subscription removed(Instant at) {
    return new Subscription(
        id,
        owner,
        roles,
        organisation,
        SubscriptionWish.NONE,
        true,
        true,
        null,
        rotation,
        rotatedAt,
        createdAt,
        at);
  }
}
