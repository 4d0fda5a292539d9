package org.tocsin.ingest.feed;

import org.jspecify.annotations.Nullable;

/**
 * A feed as it should be: what the files say, and what was decided since.
 *
 * @param definition what it is
 * @param paused whether it is left alone for now
 * @param removed whether it was taken away
 * @param shipped whether the files define it, too
 * @param redefined whether its definition is one that was decided
 * @param problem why it can not be fetched as it is defined, null where it can
 */
public record KnownFeed(
    FeedDefinition definition,
    boolean paused,
    boolean removed,
    boolean shipped,
    boolean redefined,
    @Nullable String problem) {
  /** A feed as it is defined, about which nothing was decided. */
  static KnownFeed of(FeedDefinition definition) {
    return new KnownFeed(definition, false, false, true, false, null);
  }

  /** Its name. */
  public String name() {
    return definition.name();
  }

  /** Whether it should be fetched, paused or not. */
  boolean isOn() {
    return definition.enabled() && !removed && problem == null;
  }
}
