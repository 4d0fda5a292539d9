package org.tocsin.model.report;

import java.util.Locale;
import java.util.Optional;

/** What one submission of a feed says about those before it. */
public enum FeedKind {
  /** Nothing: each tells of what happened beside what was told before. */
  EVENTS,
  /** Each is the whole list as it stood then: what is no longer in it has ended. */
  LIST;

  /** The kind's name in requests, headers and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that name, in whatever case; empty where there is none. */
  public static Optional<FeedKind> parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "events" -> Optional.of(EVENTS);
      case "list" -> Optional.of(LIST);
      default -> Optional.empty();
    };
  }
}
