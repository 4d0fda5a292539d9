package org.tocsin.model.journal;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody, or a rule, wants done to an entity.
 *
 * @param id chosen by whoever gives it; giving it again has the first outcome
 * @param by who gives it
 * @param entity what it is about
 * @param expectedVersion how many journal records were applied to the entity when it was looked at;
 *     0 where it must not be there yet, null where that does not matter
 * @param action what is to be done, such as {@code publish}
 * @param details what the action needs to know; which fields those are is the entity's {@link
 *     Rules}
 */
public record Command(
    UUID id,
    Actor by,
    EntityRef entity,
    @Nullable Long expectedVersion,
    String action,
    ObjectNode details) {
  private static final Pattern ACTION = Pattern.compile("[a-z][a-z-]{1,31}");

  /** Throws IllegalArgumentException for an action that is no word. */
  public Command {
    if (!ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException("action: a word of a-z and hyphen");
    }
  }

  /**
   * Its details, read as that type; throws {@link RefusedException} where they are something else.
   */
  public <T> T details(Class<T> type) {
    return EntityJson.read(details, type);
  }
}
