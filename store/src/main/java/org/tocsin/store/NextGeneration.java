package org.tocsin.store;

import java.time.Duration;

/**
 * A generation of views that is being filled. Every call throws {@link StoreUnavailableException}
 * when there is no answer, and may then be repeated.
 */
public interface NextGeneration {
  /** How long writes are held at most: a rebuild that died must not stop the live ones for ever. */
  Duration LONGEST_HOLD = Duration.ofMinutes(5);

  /** Its number. */
  int number();

  /**
   * Writes into this generation. A fact whose document is in the generation before keeps that
   * document's slot, time of visibility and, where stricter, level; so results, accounts and
   * cursors stay what they were.
   */
  FactWriter facts();

  /** Writes decisions into this generation. */
  DecisionWriter decisions();

  /** Writes what became of deliveries into this generation. */
  DeliveryWriter deliveries();

  /**
   * Counts what is observed of the incidents of this generation. {@link #swap} does so for all of
   * them; having done it before makes that short.
   */
  Recount incidents();

  /**
   * The ends of the entries of lists in this generation. {@link #swap} looks once more; having
   * looked before makes that short.
   */
  ListEnds listEnds();

  /**
   * From now on nothing is written to the generation before; live writers wait, and get {@link
   * StoreUnavailableException} after a while. Ends with {@link #swap}, {@link #abandon}, or after
   * {@link #LONGEST_HOLD}. Called again, the time begins anew.
   */
  void holdWrites();

  /**
   * Moves all readers and writers to this generation, in one step, and deletes the one before.
   *
   * @throws IllegalStateException when writes are not held, or no longer: hold them and catch up
   *     again
   */
  void swap();

  /** Gives up: lets live writers go on, and deletes this generation. */
  void abandon();
}
