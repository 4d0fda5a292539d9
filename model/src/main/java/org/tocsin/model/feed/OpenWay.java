package org.tocsin.model.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.model.journal.EntityRef;

/**
 * A way in that nobody fetches by: it stands open for whoever brings something. What is decided
 * about it is decided about a feed of a name that no feed can have.
 */
public enum OpenWay {
  /** Reports that are sent in over HTTP. */
  PUSH,
  /** Files that are put into the watched folder. */
  FOLDER;

  private static final String PREFIX = "way.";

  /** The name in the API, such as {@code push}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name under which something is decided about it, such as {@code way.push}. */
  public String feed() {
    return PREFIX + key();
  }

  /** What commands name. */
  public EntityRef ref() {
    return Feed.ref(feed());
  }

  /** The way of that key; empty where there is none. */
  public static Optional<OpenWay> ofKey(String key) {
    return Arrays.stream(values()).filter(way -> way.key().equals(key)).findFirst();
  }

  /** Whether that is the name of a way, which no feed can have. */
  public static boolean isNamed(String feed) {
    return Arrays.stream(values()).anyMatch(way -> way.feed().equals(feed));
  }
}
