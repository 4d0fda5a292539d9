package org.tocsin.web.feed;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.problem.BadParameterException;

/** What can be done to a feed that is switched on. */
public enum FeedAction {
  /** Fetches it no more until it is told to go on. */
  PAUSE,
  /** Goes on, at once. */
  RESUME,
  /** Fetches it now, once. */
  RUN;

  /** The name in the API, such as {@code pause}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The action of that name; throws BadParameterException where it is none. */
  public static FeedAction of(@Nullable String key) {
    return Arrays.stream(values())
        .filter(action -> action.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> new BadParameterException("action", "action: one of pause, resume, run."));
  }
}
