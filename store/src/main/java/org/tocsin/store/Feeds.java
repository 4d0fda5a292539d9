package org.tocsin.store;

import java.util.List;
import org.tocsin.model.feed.Feed;

/**
 * Reads whole what was decided about feeds, as far as searches see it. Thread-safe. Every call
 * throws {@link StoreUnavailableException} when there is no answer.
 */
public interface Feeds {
  /** A number that is another one after each change; cheap to ask for. */
  long edition();

  /** All feeds anything was decided about, removed ones too, in the order of their names. */
  List<Feed> feeds();
}
