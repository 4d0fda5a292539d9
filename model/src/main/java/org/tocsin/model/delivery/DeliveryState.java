package org.tocsin.model.delivery;

import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
  /** It waits for its first try. */
  QUEUED,
  /** A try was begun and is not over: it may have been sent. */
  SENT,
  /** The last try failed; there is a next one. */
  FAILED,
  /** The recipient took it. */
  DELIVERED,
  /** All tries failed, and the time for them is over. */
  EXPIRED,
  /** It cannot be delivered that way; a person may replay it. */
  DEAD,
  /** It must not go out any more, such as a version that was taken back before it did. */
  DROPPED;

  /** Whether something is still to be done about it. */
  public boolean isOpen() {
    return this == QUEUED || this == SENT || this == FAILED;
  }

  /** Whether it came to an end without reaching anybody, and a person may have it tried again. */
  public boolean isDeadEnd() {
    return this == EXPIRED || this == DEAD;
  }

  /** The name in records and addresses, such as {@code queued}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
