package org.tocsin.web.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Revision;

/** A command looked at an older version of its entity than there is. */
public final class VersionConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Revision current;

  /**
   * Says how the entity stands.
   *
   * @param reason fit for whoever gave the command
   * @param current the entity as it stands, null where it is not there
   */
  public VersionConflictException(String reason, @Nullable Revision current) {
    super(reason);
    this.current = current;
  }

  /** The entity as it stands; empty where it is not there. */
  public Optional<Revision> current() {
    return Optional.ofNullable(current);
  }
}
