package org.tocsin.stream;

import java.util.List;
import org.tocsin.model.journal.Command;

/** Writes down what people and rules decide, in one order for the whole node. Thread-safe. */
@FunctionalInterface
public interface Journal {
  /**
   * Appends a command, and returns once all in-sync replicas have it. What becomes of it is the
   * projector's business: a command may be in the journal and be refused all the same.
   *
   * @return its offset
   * @throws StreamUnavailableException when it was not acknowledged in time; it may be in the
   *     journal then, and giving it again under the same id does no harm
   */
  long append(Command command);

  /**
   * Appends commands in their order, and returns once all in-sync replicas have them.
   *
   * @throws StreamUnavailableException when not all were acknowledged in time; see {@link #append}
   */
  default void appendAll(List<Command> commands) {
    commands.forEach(this::append);
  }
}
