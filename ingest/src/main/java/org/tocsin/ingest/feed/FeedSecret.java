package org.tocsin.ingest.feed;

import java.util.Locale;

/**
 * Where the secret of a feed is found; the definition never holds it.
 *
 * @param header the header it is sent in; empty for a mailbox, which needs none
 * @param property the property or environment variable that holds it
 * @param prefix what stands before it in the header, such as {@code "Bearer "}; may be empty
 */
public record FeedSecret(String header, String property, String prefix) {
  /** So begin the names of properties that are kept for feeds and for nothing else. */
  public static final String FOR_FEEDS = "tocsin.feeds.secrets.";

  /** Whether the property is kept for feeds; an environment variable counts by what it sets. */
  boolean isForFeeds() {
    String name = property.toLowerCase(Locale.ROOT).replace('_', '.');
    return name.startsWith(FOR_FEEDS) && name.length() > FOR_FEEDS.length();
  }
}
