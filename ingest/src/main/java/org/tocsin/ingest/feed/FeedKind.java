package org.tocsin.ingest.feed;

import java.util.Locale;

/** What a feed publishes. */
public enum FeedKind {
  /** What happened; each entry is said once. */
  EVENTS,
  /** What is the case now; an entry that is gone has ended. */
  LIST;

  /** The name in definitions, such as {@code list}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
