package org.tocsin.web.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.problem.BadParameterException;

/** What can be done to a feed; all but {@link #RUN} are commands of the journal. */
public enum FeedAction {
  /** Fetches it no more until it is told to go on. */
  PAUSE,
  /** Goes on, at once. */
  RESUME,
  /** Fetches it now, once. */
  RUN,
  /** Has it fetched. */
  SWITCH_ON,
  /** Has it fetched no more. */
  SWITCH_OFF,
  /** Takes it away. */
  REMOVE,
  /** Takes a removed one back, switched off. */
  RESTORE,
  /** Forgets all that was decided about it: the node's files hold again. */
  RESET;

  /** The name in the API, such as {@code switch-on}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is for leads, too; all others are for admins. */
  public boolean isSteering() {
    return this == PAUSE || this == RESUME || this == RUN;
  }

  /** The action of that name; throws BadParameterException where it is none. */
  public static FeedAction of(@Nullable String key) {
    return Arrays.stream(values())
        .filter(action -> action.key().equals(key))
        .findFirst()
        .orElseThrow(() ->
            new BadParameterException(
                "action",
                "action: one of "
                    + Arrays.stream(values()).map(FeedAction::key).collect(Collectors.joining(", "))
                    + "."));
  }
}
