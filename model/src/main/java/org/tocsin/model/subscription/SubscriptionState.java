package org.tocsin.model.subscription;

import java.util.Locale;

/** Where a subscription stands. */
public enum SubscriptionState {
  /** What it asks for is sent. */
  ACTIVE,
  /** Nothing is sent until somebody resumes it. */
  PAUSED,
  /** Nothing is sent until whoever reads the mail address says that it is theirs. */
  UNCONFIRMED,
  /** It is over. */
  REMOVED;

  /** As it is written in answers, such as {@code unconfirmed}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
