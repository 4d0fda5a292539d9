package org.tocsin.ingest.feed;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

/** A real server for IMAP and POP3 on loopback, with one mailbox. */
final class MailServer implements AutoCloseable {
  static final String USER = "reports";
  static final String PROPERTY = "desk";
  static final String SECRET = "s3cret";

  private GreenMail server;
  private GreenMailUser user;
  private final Map<String, Integer> ports = new HashMap<>();

  MailServer() {
    begin();
    ports.put("imap", server.getImap().getPort());
    ports.put("imaps", server.getImaps().getPort());
    ports.put("pop3", server.getPop3().getPort());
  }

  private void begin() {
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(port("imap"), "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
              new ServerSetup(port("imaps"), "127.0.0.1", ServerSetup.PROTOCOL_IMAPS),
              new ServerSetup(port("pop3"), "127.0.0.1", ServerSetup.PROTOCOL_POP3)
            });
    server.start();
    user = server.setUser("reports@example.org", USER, SECRET);
  }

  private int port(String scheme) {
    return ports.getOrDefault(scheme, 0);
  }

  /**
   * Loses all its mails, and names the mailbox's next ones as if it were another: its UIDVALIDITY
   * is the second it is made in.
   */
  void restart() {
    server.stop();
    long second = Instant.now().getEpochSecond();
    await().until(() -> Instant.now().getEpochSecond() > second);
    begin();
  }

  void stop() {
    server.stop();
  }

  /** A mail of that subject and so many characters, as it is then on the server. */
  void deliver(String subject, int length) {
    String text =
        "From: ann@example.net\r\nTo: reports@example.org\r\nSubject: "
            + subject
            + "\r\nMessage-ID: <"
            + subject.hashCode()
            + "@example.net>\r\n\r\n"
            + "x".repeat(60).concat("\r\n").repeat(Math.max(1, length / 62));
    user.deliver(GreenMailUtil.newMimeMessage(text));
  }

  /** How many mails are in a folder. */
  int count(String folder) throws FolderException {
    ImapHostManager manager = server.getManagers().getImapHostManager();
    MailFolder found =
        folder.equals("INBOX") ? manager.getInbox(user) : manager.getFolder(user, folder);
    return found == null ? 0 : found.getNonDeletedMessages().size();
  }

  URI uri(String scheme, String path) {
    return URI.create(scheme + "://127.0.0.1:" + port(scheme) + path);
  }

  FeedDefinition feed(String scheme, String schedule, MailboxTerms terms) {
    return new FeedDefinition(
        "desk",
        new Origin("cert-xy", "desk"),
        WayIn.MAILBOX,
        uri(scheme, scheme.startsWith("imap") ? "/INBOX" : ""),
        FeedKind.EVENTS,
        null,
        Tlp.AMBER,
        50,
        new Schedule(schedule),
        "ours",
        URI.create("https://example.org/"),
        true,
        new FeedSecret("", PROPERTY, ""),
        terms);
  }

  static MailboxTerms leaving() {
    return new MailboxTerms(USER, MailboxTerms.After.LEAVE, null);
  }

  static List<MailboxTerms> settling() {
    return List.of(
        new MailboxTerms(USER, MailboxTerms.After.DELETE, null),
        new MailboxTerms(USER, MailboxTerms.After.MOVE, "Taken"));
  }

  @Override
  public void close() {
    server.stop();
  }
}
