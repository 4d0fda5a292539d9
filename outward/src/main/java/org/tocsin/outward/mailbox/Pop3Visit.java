package org.tocsin.outward.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.UIDFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.jspecify.annotations.Nullable;
import org.tocsin.outward.Failure;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.Fetched;
import org.tocsin.outward.RetryableFetchException;

/** A look into a mailbox by POP3 (RFC 1939). */
final class Pop3Visit implements MailboxVisit {
  private final MailboxAccess access;
  private final Conversation conversation;
  private final Spools spools;
  private final POP3Folder folder;
  private final Map<String, Message> known = new HashMap<>();

  /** A visit that has signed in. */
  Pop3Visit(MailboxAccess access, Conversation conversation, Spools spools) {
    this.access = access;
    this.conversation = conversation;
    this.spools = spools;
    this.folder =
        conversation.within(() -> {
          POP3Folder opened = (POP3Folder) conversation.store().getFolder("INBOX");
          opened.open(Folder.READ_WRITE);
          return opened;
        });
  }

  @Override
  public String validity() {
    return "pop3";
  }

  @Override
  public List<WaitingMail> waiting(long after, Set<String> also) {
    return conversation.within(() -> {
      Message[] all = folder.getMessages();
      FetchProfile profile = new FetchProfile();
      profile.add(UIDFolder.FetchProfileItem.UID);
      folder.fetch(all, profile);
      int[] sizes = folder.getSizes();
      List<WaitingMail> mails = new ArrayList<>();
      for (Message message : all) {
        @Nullable String id = folder.getUID(message);
        if (id == null) {
          throw new FetchFailedException(
              Failure.STATUS, "The server has no UIDL, so no mail can be told from another.");
        }
        int place = message.getMessageNumber() - 1;
        known.put(id, message);
        mails.add(new WaitingMail(id, place < sizes.length ? sizes[place] : 0));
      }
      return mails;
    });
  }

  @Override
  public Fetched fetch(WaitingMail mail, long most) {
    return spools.keep(
        access.uri(),
        most,
        out ->
            conversation.within(() -> {
              message(mail).writeTo(out);
              return true;
            }));
  }

  @Override
  public void delete(WaitingMail mail) {
    conversation.within(() -> {
      message(mail).setFlag(Flags.Flag.DELETED, true);
      return true;
    });
  }

  @Override
  public void move(WaitingMail mail, String target) {
    throw new UnsupportedOperationException("POP3 has no folders");
  }

  private Message message(WaitingMail mail) {
    return Objects.requireNonNull(known.get(mail.id()), "a mail that was listed");
  }

  /** Only now, and where the connection still stands, is deleted what was marked. */
  @Override
  public void close() {
    try (conversation) {
      if (folder.isOpen()) {
        conversation.within(() -> {
          folder.close(true);
          return true;
        });
      }
    } catch (FetchFailedException | RetryableFetchException e) {
      conversation.cut();
    }
  }
}
