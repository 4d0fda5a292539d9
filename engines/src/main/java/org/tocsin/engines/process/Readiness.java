package org.tocsin.engines.process;

/** Asks a part whether it does its work. An exception means the same as {@code false}: not yet. */
@FunctionalInterface
public interface Readiness {

  /**
   * Asks once, and takes no longer than a few seconds.
   *
   * @return whether the part answers, and is the one that was started
   * @throws Exception when it does not answer
   */
  boolean isReady() throws Exception;
}
