package org.tocsin.model.feed;

import java.util.List;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.journal.Rules;
import org.tocsin.model.sharing.Role;
import tools.jackson.databind.node.ObjectNode;

/**
 * What commands do to a feed. {@code put} defines all of it but its switch; {@code switch-on} and
 * {@code switch-off} say whether it is fetched; {@code remove} takes it away and {@code restore}
 * takes it back; {@code reset} forgets all that was decided, so that the node's files hold again.
 * These are for the role {@code admin}. {@code pause} and {@code resume} are for leads too, and are
 * all that can be done to an {@link OpenWay}.
 */
public final class FeedRules implements Rules {
  /** Defines all of a feed. */
  public static final String PUT = "put";

  /** Has it fetched. */
  public static final String SWITCH_ON = "switch-on";

  /** Has it fetched no more. */
  public static final String SWITCH_OFF = "switch-off";

  /** Leaves it alone for now. */
  public static final String PAUSE = "pause";

  /** Goes on with it. */
  public static final String RESUME = "resume";

  /** Takes it away. */
  public static final String REMOVE = "remove";

  /** Takes a removed one back, switched off. */
  public static final String RESTORE = "restore";

  /** Forgets all that was decided about it. */
  public static final String RESET = "reset";

  @Override
  public EntityKind kind() {
    return EntityKind.FEED;
  }

  @Override
  public List<Entity> decide(Journaled made, Before before) {
    Command command = made.command();
    requireRole(command);
    requireFeed(command);
    Feed feed =
        before
            .find(command.entity(), Feed.class)
            .orElseGet(() -> Feed.untouched(command.entity().id()));
    return List.of(
        switch (command.action()) {
          case PUT -> defined(feed, command.details());
          case SWITCH_ON -> present(feed).switched(true);
          case SWITCH_OFF -> present(feed).switched(false);
          case PAUSE -> present(feed).paused(true);
          case RESUME -> present(feed).paused(false);
          case REMOVE -> present(feed).remove();
          case RESTORE -> removed(feed).restore();
          case RESET -> Feed.untouched(feed.name());
          default ->
              throw RefusedException.invalid(
                  "action: one of put, switch-on, switch-off, pause, resume, remove, restore, reset");
        });
  }

  private static void requireRole(Command command) {
    boolean steering = isSteering(command);
    boolean may =
        steering ? command.by().hasAny(Role.LEAD, Role.ADMIN) : command.by().hasAny(Role.ADMIN);
    if (!may) {
      throw RefusedException.forbidden(
          steering
              ? "only the roles lead and admin may pause feeds"
              : "only the role admin may change feeds");
    }
  }

  private static void requireFeed(Command command) {
    if (OpenWay.isNamed(command.entity().id()) && !isSteering(command)) {
      throw RefusedException.invalid("action: this way in can be paused and resumed, no more");
    }
  }

  private static boolean isSteering(Command command) {
    return command.action().equals(PAUSE) || command.action().equals(RESUME);
  }

  private static Feed defined(Feed feed, ObjectNode details) {
    if (details.has(Feed.SWITCH)) {
      throw RefusedException.invalid("enabled: it is switched by actions of their own");
    }
    try {
      return feed.defined(details.deepCopy());
    } catch (IllegalArgumentException e) {
      throw RefusedException.invalid(String.valueOf(e.getMessage()));
    }
  }

  private static Feed present(Feed feed) {
    if (feed.removed()) {
      throw RefusedException.wrongState("the feed was removed; restore takes it back");
    }
    return feed;
  }

  private static Feed removed(Feed feed) {
    if (!feed.removed()) {
      throw RefusedException.wrongState("the feed was not removed");
    }
    return feed;
  }
}
