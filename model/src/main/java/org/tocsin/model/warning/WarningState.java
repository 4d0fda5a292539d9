package org.tocsin.model.warning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a warning stands. */
public enum WarningState {
  /** It is being written. */
  DRAFT,
  /** Somebody else is to look at it. */
  IN_REVIEW,
  /** Those it is addressed to see it. */
  PUBLISHED,
  /** It is published, and the time it was to hold for is over; never written down. */
  EXPIRED,
  /** It was taken back. */
  WITHDRAWN;

  /** As it is written in requests and answers, such as {@code in-review}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state of that key; empty where there is none. */
  public static Optional<WarningState> ofKey(String key) {
    return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
  }
}
