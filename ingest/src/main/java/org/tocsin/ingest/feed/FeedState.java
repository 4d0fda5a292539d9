package org.tocsin.ingest.feed;

import java.util.Locale;

/** What a feed's collector does just now. */
public enum FeedState {
  /** It is switched off in its definition. */
  OFF,
  /** It waits for its next time. */
  WAITING,
  /** It waits for its next time, and is told when there is something new before that. */
  LISTENING,
  /** It is fetching, or waits for its turn to. */
  FETCHING,
  /** The last time failed; it tries again later. */
  FAILING,
  /** Somebody paused it. */
  PAUSED,
  /** It is switched on and can not be fetched as it is defined. */
  UNUSABLE,
  /** Another process fetches it. */
  ELSEWHERE;

  /** The name in the API, such as {@code waiting}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
