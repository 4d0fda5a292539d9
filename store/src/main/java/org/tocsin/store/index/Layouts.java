package org.tocsin.store.index;

/** Says where documents go now. Thread-safe. */
public interface Layouts {
  /** The layout of this moment; every index it names is there. Cheap. */
  Layout now();

  /** Says that an index was not where the layout had it, so that the next look is a fresh one. */
  void lookAgain();
}
