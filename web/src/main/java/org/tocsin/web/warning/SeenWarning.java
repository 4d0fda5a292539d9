package org.tocsin.web.warning;

import org.tocsin.model.sharing.Reader;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningState;

/**
 * A warning, as far as a reader may see it.
 *
 * @param warning what of it they may see
 * @param version how many commands were applied to it, for the next one's {@code expectedVersion};
 *     nothing for readers, who would learn from it how often it was touched
 * @param state where it stands now
 * @param reader who sees it
 */
public record SeenWarning(Warning warning, long version, WarningState state, Reader reader) {
  /** Whether the reader is of the team, which sees all of it. */
  public boolean whole() {
    return reader.isStaff();
  }

  /** Whether the reader has acknowledged what is published now. */
  public boolean acknowledged() {
    return warning.isAcknowledgedBy(reader.name());
  }

  /** Whether the reader could acknowledge it now. */
  public boolean toAcknowledge() {
    boolean holds = state == WarningState.PUBLISHED || state == WarningState.EXPIRED;
    return holds && !acknowledged();
  }
}
