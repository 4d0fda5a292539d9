package org.tocsin.web.problem;

import java.util.List;

/**
 * Types of problem that another part of the program answers with, to be explained on the same page.
 *
 * @param entries in the order they are shown
 */
public record ProblemGlossary(List<Entry> entries) {
  /**
   * One type.
   *
   * @param key its name in the address, such as {@code key-reused}
   * @param title a few words that are the same for every problem of this type
   */
  public record Entry(String key, String title) {}

  public ProblemGlossary {
    entries = List.copyOf(entries);
  }
}
