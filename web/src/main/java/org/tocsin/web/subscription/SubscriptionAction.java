package org.tocsin.web.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.problem.BadParameterException;

/** What can be done to a subscription but to describe it; each is a command of the journal. */
public enum SubscriptionAction {
  /** Sends nothing until it is told to go on. */
  PAUSE,
  /** Goes on. */
  RESUME,
  /** Signs with another secret; for a day with the one before, too. */
  ROTATE,
  /** Ends it. */
  REMOVE;

  /** The name in the API, such as {@code pause}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The action of that name; throws BadParameterException where it is none. */
  public static SubscriptionAction of(@Nullable String key) {
    return Arrays.stream(values())
        .filter(action -> action.key().equals(key))
        .findFirst()
        .orElseThrow(() ->
            new BadParameterException(
                "action",
                "action: one of "
                    + Arrays.stream(values())
                        .map(SubscriptionAction::key)
                        .collect(Collectors.joining(", "))
                    + "."));
  }
}
