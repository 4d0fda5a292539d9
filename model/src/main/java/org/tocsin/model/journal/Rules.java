package org.tocsin.model.journal;

import java.util.List;
import java.util.Set;

/**
 * What commands do to one kind of entity. Pure: the same command on the same state gives the same
 * answer for ever, because a rebuild asks again. No clock, no randomness, no configuration.
 */
public interface Rules {
  /** The kind of entity. */
  EntityKind kind();

  /**
   * The entities {@link #decide} looks at beside the one the command is about.
   *
   * @throws RefusedException when the command does not say
   */
  default Set<EntityRef> looksAt(Command command) {
    return Set.of();
  }

  /**
   * Carries a command out.
   *
   * @return the entities as they are afterwards, the one the command is about among them
   * @throws RefusedException when it cannot be
   */
  List<Entity> decide(Journaled made, Before before);
}
