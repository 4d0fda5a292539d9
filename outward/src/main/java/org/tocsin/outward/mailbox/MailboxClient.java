package org.tocsin.outward.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.tocsin.outward.OutwardSettings;

/** Looks into mailboxes, and listens to those that can tell when a mail comes. Thread-safe. */
public final class MailboxClient implements AutoCloseable {
  /**
   * How long a connection is listened on before it is made anew, so that one a firewall has
   * forgotten is noticed; servers end it after 30 minutes (RFC 2177).
   */
  private static final Duration RENEWED = Duration.ofMinutes(9);

  private final OutwardSettings settings;
  private final ScheduledExecutorService clock;

  /** A client with those settings; it connects to nothing by itself. */
  public MailboxClient(OutwardSettings settings) {
    this.settings = settings;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mailbox-watch").factory());
  }

  /**
   * Connects, signs in and opens the folder.
   *
   * @throws org.tocsin.outward.FetchFailedException when it can not be opened
   * @throws org.tocsin.outward.RetryableFetchException when it can not be opened just now
   */
  public MailboxVisit visit(MailboxAccess access) {
    Conversation conversation = begun(access);
    try {
      Spools spools = new Spools(settings.spool());
      return access.isImap()
          ? new ImapVisit(access, conversation, spools)
          : new Pop3Visit(access, conversation, spools);
    } catch (RuntimeException e) {
      conversation.close();
      throw e;
    }
  }

  /**
   * Listens for mails to come (IDLE, RFC 9051 section 6.3.13) until the connection has stood for
   * some time or the thread is interrupted.
   *
   * @param news told once it listens, as one may have come before, and of every mail that comes
   * @return false where the server can not tell, or it is no mailbox of IMAP
   * @throws org.tocsin.outward.FetchFailedException when it can not be listened to
   * @throws org.tocsin.outward.RetryableFetchException when it can not be listened to just now
   */
  public boolean listen(MailboxAccess access, Runnable news) {
    if (!access.isImap()) {
      return false;
    }
    try (Conversation conversation = begun(access)) {
      IMAPStore store = (IMAPStore) conversation.store();
      if (!conversation.within(() -> store.hasCapability("IDLE"))) {
        return false;
      }
      IMAPFolder folder =
          conversation.within(() -> {
            IMAPFolder opened = (IMAPFolder) store.getFolder(access.folder());
            opened.open(Folder.READ_ONLY);
            return opened;
          });
      folder.addMessageCountListener(
          new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
              news.run();
            }
          });
      news.run();
      idle(conversation, folder);
      return true;
    }
  }

  private void idle(Conversation conversation, IMAPFolder folder) {
    long end = System.nanoTime() + RENEWED.toNanos();
    ScheduledFuture<?> cut =
        clock.schedule(conversation::cut, RENEWED.toMillis(), TimeUnit.MILLISECONDS);
    try {
      while (!Thread.currentThread().isInterrupted() && System.nanoTime() - end < 0) {
        folder.idle(true);
      }
    } catch (MessagingException | IllegalStateException e) {
      if (System.nanoTime() - end < 0) {
        throw e instanceof MessagingException gone
            ? conversation.fault(gone)
            : conversation.fault(new MessagingException("the folder is closed", null));
      }
    } finally {
      cut.cancel(false);
    }
  }

  private Conversation begun(MailboxAccess access) {
    Conversation conversation = new Conversation(access, settings, clock);
    try {
      conversation.begin();
      return conversation;
    } catch (RuntimeException e) {
      conversation.close();
      throw e;
    }
  }

  /** Ends its watch over what takes too long; visits are ended by their own threads. */
  @Override
  public void close() {
    clock.shutdownNow();
  }
}
