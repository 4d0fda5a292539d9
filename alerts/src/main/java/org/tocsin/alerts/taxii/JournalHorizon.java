package org.tocsin.alerts.taxii;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.StreamUnavailableException;

/**
 * Up to where what was decided is served: as far as the projector has come. Reports do not hold it
 * up, however many wait.
 */
final class JournalHorizon implements Horizon {
  private final JournalReader journal;
  private volatile @Nullable Instant last;

  JournalHorizon(JournalReader journal) {
    this.journal = journal;
  }

  @Override
  public Instant now() {
    try {
      Instant current = journal.horizon();
      last = current;
      return current;
    } catch (StreamUnavailableException e) {
      Instant known = last;
      if (known == null) {
        throw e;
      }
      return known;
    }
  }
}
