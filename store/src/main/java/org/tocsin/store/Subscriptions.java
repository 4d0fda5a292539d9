package org.tocsin.store;

import java.util.List;
import org.tocsin.model.subscription.Subscription;

/**
 * Reads what people and machines want to hear of, as far as searches see it. Thread-safe. Every
 * call throws {@link StoreUnavailableException} when there is no answer.
 */
public interface Subscriptions {
  /** A number that is another one after each change; cheap to ask for. */
  long edition();

  /**
   * All that changed at or behind that offset of the journal, as they are now, in its order;
   * removed ones too.
   */
  List<Changed> changedSince(long offset);

  /**
   * One as it is now.
   *
   * @param version how many journal records were applied to it
   * @param offset where the journal has the last of them
   */
  record Changed(Subscription subscription, long version, long offset) {}
}
