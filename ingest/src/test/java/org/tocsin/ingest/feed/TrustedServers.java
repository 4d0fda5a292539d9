package org.tocsin.ingest.feed;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.Fetched;
import org.tocsin.outward.RetryableFetchException;
import org.tocsin.outward.mailbox.MailboxAccess;
import org.tocsin.outward.mailbox.MailboxClient;
import org.tocsin.outward.mailbox.MailboxVisit;
import org.tocsin.outward.mailbox.WaitingMail;

/**
 * A process of its own with mail servers and a client, as which certificates a JVM trusts is said
 * when it starts. Prints what came of each visit.
 */
final class TrustedServers {
  private static final String USER = "reports";
  private static final String SECRET = "s3cret";

  private TrustedServers() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3S)
            });
    server.start();
    GreenMailUser user = server.setUser("reports@example.org", USER, SECRET);
    user.deliver(GreenMailUtil.newMimeMessage("Subject: By TLS\r\n\r\nText\r\n"));
    try (StartTls front = new StartTls(keys(), server.getImap().getPort());
        MailboxClient named = new MailboxClient(FeedBench.reaching(folder, "localhost"));
        MailboxClient byAddress = new MailboxClient(FeedBench.reaching(folder, "127.0.0.1"))) {
      visit(named, "imaps://localhost:" + server.getImaps().getPort() + "/INBOX");
      visit(named, "pop3s://localhost:" + server.getPop3s().getPort());
      visit(named, "imap://localhost:" + front.port() + "/INBOX");
      visit(byAddress, "imaps://127.0.0.1:" + server.getImaps().getPort() + "/INBOX");
      visit(byAddress, "imap://127.0.0.1:" + front.port() + "/INBOX");
      System.out.println("STARTTLS: " + front.begun);
    } finally {
      server.stop();
    }
  }

  private static void visit(MailboxClient client, String address) {
    URI uri = URI.create(address);
    System.out.println(
        uri.getScheme() + " " + uri.getHost() + ": " + result(client, uri).replace("\r\n", " "));
  }

  private static String result(MailboxClient client, URI uri) {
    try {
      MailboxVisit visit = client.visit(new MailboxAccess(uri, USER, SECRET));
      try {
        List<WaitingMail> mails = visit.waiting(0, Set.of());
        try (Fetched fetched = visit.fetch(mails.getFirst(), 100_000);
            InputStream in = fetched.open()) {
          String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
          return mails.size() + " mail, " + (text.contains("Subject: By TLS") ? "read" : text);
        }
      } finally {
        visit.close();
      }
    } catch (FetchFailedException e) {
      return e.failure().name();
    } catch (RetryableFetchException e) {
      return "again: " + e.failure().name();
    } catch (Exception e) {
      return e.toString();
    }
  }

  /** The same that the servers have. */
  private static SSLContext keys() throws Exception {
    char[] password =
        System.getProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY)
            .toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in =
        Files.newInputStream(
            Path.of(
                System.getProperty(
                    DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY)))) {
      store.load(in, password);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
