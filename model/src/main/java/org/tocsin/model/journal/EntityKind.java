package org.tocsin.model.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of things people and rules decide about. */
public enum EntityKind {
  /** An organisation of the directory: a focal point, a constituent, a peer. */
  ORGANISATION,
  /** Organisations that share with each other. */
  SHARING_GROUP,
  /** An analyst's unit of work. */
  INCIDENT,
  /** What goes out. */
  WARNING,
  /** A feed that is fetched. */
  FEED,
  /** What somebody wants to hear of. */
  SUBSCRIPTION;

  /** The kind's name in records and addresses, such as {@code sharing-group}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that key; empty where there is none. */
  public static Optional<EntityKind> ofKey(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }
}
