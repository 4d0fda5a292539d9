package org.tocsin.alerts.taxii;

import java.util.UUID;
import org.tocsin.model.sharing.Reader;

/** The way in: what is taken here goes the way of every other report. Thread-safe. */
public interface Inbox {
  /** What was taken is kept to the last byte. */
  record Taken(UUID receipt, long objects) {}

  /** Whether they may send anything in. */
  boolean isOpenTo(Reader sender);

  /**
   * Takes an envelope as it is.
   *
   * @throws InboxRefusedException when it is not taken
   * @throws org.tocsin.stream.StreamUnavailableException when it cannot be kept just now
   */
  Taken take(Reader sender, byte[] envelope);
}
