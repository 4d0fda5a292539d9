package org.tocsin.model.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an incident stands. */
public enum IncidentState {
  /** Nobody has taken it up yet. */
  NEW,
  /** Somebody has seen it. */
  ACKNOWLEDGED,
  /** Somebody works on it. */
  INVESTIGATING,
  /** Somebody else has to do something first. */
  WAITING,
  /** It is over; nothing is left to do but to tell of it. */
  RESOLVED,
  /** It is done with. */
  CLOSED,
  /** It was none. */
  DISMISSED,
  /** It is part of another one. */
  MERGED;

  /** As it is written in requests and answers, such as {@code investigating}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that key; empty where there is none. */
  public static Optional<IncidentState> ofKey(String key) {
    return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
  }

  /** Whether something is still to be done about it. */
  public boolean isOpen() {
    return this == NEW || this == ACKNOWLEDGED || this == INVESTIGATING || this == WAITING;
  }
}
