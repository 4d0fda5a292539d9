package org.tocsin.ingest.feed;

import org.jspecify.annotations.Nullable;

/**
 * What a mailbox needs besides its address.
 *
 * @param user the name of the user there
 * @param after what is done with a mail that was taken
 * @param folder where it is moved to, null where it is not moved
 */
public record MailboxTerms(String user, After after, @Nullable String folder) {
  /** What is done with a mail once it is safely taken, and never before. */
  public enum After {
    /** It stays as it is. */
    LEAVE,
    /** It is moved to a folder. */
    MOVE,
    /** It is deleted. */
    DELETE
  }
}
