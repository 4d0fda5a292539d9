package org.tocsin.outward.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.tocsin.outward.Failure;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.Fetched;
import org.tocsin.outward.RetryableFetchException;

/** A look into a folder by IMAP (RFC 9051). */
final class ImapVisit implements MailboxVisit {
  private final MailboxAccess access;
  private final Conversation conversation;
  private final Spools spools;
  private final IMAPStore store;
  private final IMAPFolder folder;
  private final boolean moves;
  private final boolean expungesOne;
  private final Map<String, Message> known = new HashMap<>();

  /** A visit that has signed in. */
  ImapVisit(MailboxAccess access, Conversation conversation, Spools spools) {
    this.access = access;
    this.conversation = conversation;
    this.spools = spools;
    this.store = (IMAPStore) conversation.store();
    this.moves = conversation.within(() -> store.hasCapability("MOVE"));
    this.expungesOne = conversation.within(() -> store.hasCapability("UIDPLUS"));
    this.folder =
        conversation.within(() -> {
          IMAPFolder opened = (IMAPFolder) store.getFolder(access.folder());
          opened.open(Folder.READ_WRITE);
          return opened;
        });
  }

  @Override
  public String validity() {
    return conversation.within(() -> Long.toString(folder.getUIDValidity()));
  }

  @Override
  public List<WaitingMail> waiting(long after, Set<String> also) {
    return conversation.within(() -> {
      Message[] later = folder.getMessagesByUID(after + 1, UIDFolder.LASTUID);
      long[] uids = also.stream().mapToLong(Long::parseLong).sorted().toArray();
      Message[] others = uids.length == 0 ? new Message[0] : folder.getMessagesByUID(uids);
      Message[] all =
          Stream.of(others, later)
              .flatMap(Stream::of)
              .filter(Objects::nonNull)
              .toArray(Message[]::new);
      FetchProfile profile = new FetchProfile();
      profile.add(UIDFolder.FetchProfileItem.UID);
      profile.add(FetchProfile.Item.SIZE);
      folder.fetch(all, profile);
      for (Message message : all) {
        // "n:*" names the last mail even where its UID is lower (RFC 9051 section 9, seq-range)
        long uid = folder.getUID(message);
        if (uid > after || also.contains(Long.toString(uid))) {
          known.put(Long.toString(uid), message);
        }
      }
      return listed();
    });
  }

  private List<WaitingMail> listed() throws MessagingException {
    List<String> ids =
        known.keySet().stream().sorted(Comparator.comparingLong(Long::parseLong)).toList();
    List<WaitingMail> mails = new ArrayList<>();
    for (String id : ids) {
      mails.add(new WaitingMail(id, message(id).getSize()));
    }
    return mails;
  }

  @Override
  public Fetched fetch(WaitingMail mail, long most) {
    return spools.keep(
        access.uri(),
        most,
        out ->
            conversation.within(() -> {
              try {
                message(mail.id()).writeTo(out);
                return true;
              } catch (MessageRemovedException e) {
                throw new FetchFailedException(
                    Failure.STATUS, "It was removed while the mailbox was read.", e);
              }
            }));
  }

  @Override
  public void delete(WaitingMail mail) {
    conversation.within(() -> {
      remove(message(mail.id()));
      return true;
    });
  }

  @Override
  public void move(WaitingMail mail, String target) {
    conversation.within(() -> {
      Folder there = store.getFolder(target);
      if (!there.exists() && !there.create(Folder.HOLDS_MESSAGES)) {
        throw new FetchFailedException(
            Failure.STATUS, "The folder that mails are moved to can not be made.");
      }
      Message[] one = {message(mail.id())};
      if (moves) {
        folder.moveMessages(one, there);
      } else {
        folder.copyMessages(one, there);
        remove(one[0]);
      }
      return true;
    });
  }

  /** Others' deleted mails stay: where one alone can not be expunged (RFC 4315), none is. */
  private void remove(Message message) throws MessagingException {
    message.setFlag(Flags.Flag.DELETED, true);
    if (expungesOne) {
      folder.expunge(new Message[] {message});
    }
  }

  private Message message(String id) {
    return Objects.requireNonNull(known.get(id), "a mail that was listed");
  }

  @Override
  public void close() {
    try (conversation) {
      if (folder.isOpen()) {
        conversation.within(() -> {
          folder.close(false);
          return true;
        });
      }
    } catch (FetchFailedException | RetryableFetchException e) {
      conversation.cut();
    }
  }
}
