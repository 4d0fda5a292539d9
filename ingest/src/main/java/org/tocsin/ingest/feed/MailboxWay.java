package org.tocsin.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.mail.MailFormat;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.outward.Failure;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.Fetched;
import org.tocsin.outward.mailbox.MailboxAccess;
import org.tocsin.outward.mailbox.MailboxClient;
import org.tocsin.outward.mailbox.MailboxVisit;
import org.tocsin.outward.mailbox.WaitingMail;

/**
 * A mailbox, by IMAP or POP3. Each mail is a submission of its own, bytes as they are on the
 * server, and nothing is done to it there before it is taken. One that can't be taken stays, holds
 * none of the others up, and is told of until it is gone.
 */
final class MailboxWay implements Way {
  /** So often is written down what was taken; what a crash forgets is known by its keys. */
  private static final int REMEMBER_EVERY = 50;

  private static final int MOST_TOLD = 5;

  private final FeedDefinition feed;
  private final MailboxTerms terms;
  private final MailboxClient client;
  private final long largest;
  private final FeedSubmission submission;
  private final Secrets secrets;

  /**
   * A mailbox.
   *
   * @param largest the size of the largest mail that is taken, in bytes
   */
  MailboxWay(
      FeedDefinition feed, MailboxClient client, long largest, Intake intake, Secrets secrets) {
    if (feed.mailbox() == null) {
      throw new IllegalArgumentException("a mailbox has a user");
    }
    this.feed = feed;
    this.terms = feed.mailbox();
    this.client = client;
    this.largest = largest;
    this.submission = new FeedSubmission(feed, intake);
    this.secrets = secrets;
  }

  @Override
  public FeedMemory pull(FeedMemory before, Consumer<FeedMemory> kept) {
    try (MailboxVisit visit = client.visit(access())) {
      return new Look(visit, before, kept).all();
    }
  }

  @Override
  public boolean listen(Runnable news) {
    return client.listen(access(), news);
  }

  private MailboxAccess access() {
    return new MailboxAccess(feed.url(), terms.user(), secrets.password(feed));
  }

  /** One look through the mails that are there. */
  private final class Look {
    private final MailboxVisit visit;
    private final Consumer<FeedMemory> kept;
    private final boolean numbered = MailboxAccess.isImap(feed.url());
    private final String validity;
    private final Set<String> taken;
    private final TreeMap<String, String> aside;
    private final TreeMap<String, String> stillAside = new TreeMap<>();
    private FeedMemory memory;
    private long last;

    Look(MailboxVisit visit, FeedMemory before, Consumer<FeedMemory> kept) {
      this.visit = visit;
      this.kept = kept;
      this.memory = before;
      this.validity = visit.validity();
      MailboxCursor cursor = MailboxCursor.of(before.cursor(), validity);
      this.last = cursor.last();
      this.taken = new TreeSet<>(cursor.taken());
      this.aside = new TreeMap<>(cursor.aside());
    }

    FeedMemory all() {
      List<WaitingMail> mails = visit.waiting(last, aside.keySet());
      // what is no longer there needs no remembering
      taken.retainAll(mails.stream().map(WaitingMail::id).collect(Collectors.toSet()));
      try {
        each(mails);
      } catch (RuntimeException e) {
        kept.accept(remembered());
        throw e;
      }
      aside.clear();
      return remembered();
    }

    private void each(List<WaitingMail> mails) {
      int looked = 0;
      for (WaitingMail mail : mails) {
        look(mail);
        if (++looked % REMEMBER_EVERY == 0) {
          kept.accept(remembered());
        }
      }
    }

    private void look(WaitingMail mail) {
      if (taken.contains(mail.id())) {
        settle(mail);
        return;
      }
      @Nullable String refused = take(mail);
      if (refused == null) {
        settle(mail);
      } else {
        stillAside.put(mail.id(), refused);
      }
      aside.remove(mail.id());
      if (numbered) {
        last = Math.max(last, Long.parseLong(mail.id()));
      } else if (refused == null) {
        taken.add(mail.id());
      }
    }

    /** Why it is not taken; null where it is. */
    private @Nullable String take(WaitingMail mail) {
      if (mail.bytes() > largest) {
        return "is larger than " + largest + " bytes";
      }
      try (Fetched fetched = visit.fetch(mail, largest);
          InputStream in = fetched.open()) {
        memory =
            submission.submit(
                memory,
                validity + " " + mail.id(),
                in,
                null,
                fetched.contentType(),
                feed.format() == null ? MailFormat.NAME : feed.format(),
                fetched.bytes(),
                fetched.sha256());
        return null;
      } catch (FetchFailedException e) {
        if (e.failure() == Failure.TOO_LARGE) {
          return "is larger than " + largest + " bytes";
        }
        throw e;
      } catch (RefusedException e) {
        return "is refused: " + e.refusal().title();
      } catch (IOException e) {
        throw new UncheckedIOException("a fetched mail can not be read", e);
      }
    }

    private void settle(WaitingMail mail) {
      switch (terms.after()) {
        case LEAVE -> {}
        case DELETE -> visit.delete(mail);
        case MOVE -> {
          if (terms.folder() != null) {
            visit.move(mail, terms.folder());
          }
        }
      }
    }

    private FeedMemory remembered() {
      TreeMap<String, String> left = new TreeMap<>(aside);
      left.putAll(stillAside);
      MailboxCursor cursor = new MailboxCursor(validity, last, taken, left);
      return memory.at(cursor.text()).leaving(left.isEmpty() ? null : told(left));
    }

    private static String told(Map<String, String> left) {
      String some =
          left.entrySet().stream()
              .limit(MOST_TOLD)
              .map(mail -> "the mail with the id " + mail.getKey() + " " + mail.getValue())
              .collect(Collectors.joining("; "));
      return "Left in the mailbox: "
          + some
          + (left.size() > MOST_TOLD ? "; and " + (left.size() - MOST_TOLD) + " more." : ".");
    }
  }
}
