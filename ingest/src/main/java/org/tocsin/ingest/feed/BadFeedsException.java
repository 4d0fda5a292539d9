package org.tocsin.ingest.feed;

import java.util.List;

/** Feed definitions that can not be used. Each problem names the feed and the key. */
public final class BadFeedsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /**
   * Says what is wrong.
   *
   * @param where the file
   * @param problems one line each
   */
  public BadFeedsException(String where, List<String> problems) {
    super(where + ":\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line each. */
  public List<String> problems() {
    return problems;
  }
}
