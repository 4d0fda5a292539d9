package org.tocsin.engines.process;

import java.time.Duration;

/**
 * Hears what happens to child processes, for the screen and the log. Called from background
 * threads; must not block.
 */
public interface ProcessListener {

  /** Hears nothing. */
  ProcessListener SILENT = (name, text) -> {};

  /**
   * Something worth a line happened.
   *
   * @param name the part it happened to
   * @param text one line without a line end
   */
  void says(String name, String text);

  /**
   * The part answers for the first time since it was (re)started.
   *
   * @param name the part
   * @param took time since its process was started
   */
  default void ready(String name, Duration took) {
    says(name, "ready after %.1f s".formatted(took.toMillis() / 1000.0));
  }
}
