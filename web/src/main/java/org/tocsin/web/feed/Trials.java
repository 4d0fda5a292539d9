package org.tocsin.web.feed;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.RefusedException;
import tools.jackson.databind.node.ObjectNode;

/** Tries a definition on a sample, and keeps nothing of it. */
public interface Trials {
  /** How many bytes a sample may have that is given. */
  int MOST_BYTES = 1024 * 1024;

  /** Whether a feed's own beginning can be fetched by this process. */
  boolean canFetch();

  /**
   * Reads what is given as if it had been fetched.
   *
   * @param definition without faults
   * @param file the file name it would have, null for none
   * @throws RefusedException when it could not be taken, or not just now
   */
  TriedSample read(String feed, ObjectNode definition, byte[] sample, @Nullable String file);

  /**
   * Fetches the beginning of the feed and reads it.
   *
   * @param definition without faults
   * @throws RefusedException when it can not be fetched or could not be taken
   */
  TriedSample fetch(String feed, ObjectNode definition);
}
