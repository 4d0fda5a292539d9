package org.tocsin.web.command;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody asks to be done.
 *
 * @param commandId chosen by whoever asks; the same again has the first outcome
 * @param action what is to be done
 * @param expectedVersion the version that was looked at, 0 where there should be none yet, null
 *     where that does not matter
 * @param details what the action needs to know
 */
public record Asked(
    UUID commandId, String action, @Nullable Long expectedVersion, ObjectNode details) {

  /** The same with other details. */
  public Asked with(ObjectNode others) {
    return new Asked(commandId, action, expectedVersion, others);
  }
}
