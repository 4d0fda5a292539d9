package org.tocsin.ingest.feed;

/**
 * What is wrong with a definition.
 *
 * @param key the key at fault, such as {@code secret.header}
 * @param what in a few words, fit for whoever wrote it
 */
public record FeedFault(String key, String what) {
  /** As a line of a report on many feeds. */
  String in(String feed) {
    return "feed '" + feed + "', key '" + key + "': " + what;
  }

  @Override
  public String toString() {
    return key + ": " + what;
  }
}
