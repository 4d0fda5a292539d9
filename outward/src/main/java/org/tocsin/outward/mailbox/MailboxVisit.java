package org.tocsin.outward.mailbox;

import java.util.List;
import java.util.Set;
import org.tocsin.outward.Fetched;

/**
 * One look into a mailbox. Not for several threads. What fails throws {@link
 * org.tocsin.outward.FetchFailedException} or {@link org.tocsin.outward.RetryableFetchException}.
 */
public interface MailboxVisit extends AutoCloseable {
  /**
   * Changes where the ids of mails mean nothing any more (UIDVALIDITY); always the same of POP3.
   */
  String validity();

  /**
   * The mails that are there, in the order they came.
   *
   * @param after for IMAP only those with a higher UID; for POP3 all are given
   * @param also these too, where they are still there
   */
  List<WaitingMail> waiting(long after, Set<String> also);

  /**
   * Fetches a mail as it is on the server, to disk; it is not marked as read.
   *
   * @param mail one of those given
   * @param most so many bytes at most
   * @return its bytes; closing it is the caller's
   */
  Fetched fetch(WaitingMail mail, long most);

  /** Deletes a mail. Of POP3 that is done when the visit is closed. */
  void delete(WaitingMail mail);

  /** Moves a mail to another folder of the same mailbox, which is made where there is none. */
  void move(WaitingMail mail, String folder);

  /** Ends the visit. */
  @Override
  void close();
}
