package org.tocsin.outward.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.jspecify.annotations.Nullable;
import org.tocsin.outward.Failure;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.GuardedSockets;
import org.tocsin.outward.OutwardSettings;
import org.tocsin.outward.RetryableFetchException;

/** Hands mail to a server, each in a conversation of its own, every step of which has an end. */
public final class MailClient implements AutoCloseable {
  /** The ports mail is handed in at (RFC 8314 section 3.3, RFC 5321). */
  private static final Set<Integer> PORTS = Set.of(25, 465, 587);

  /** From here on a reply means that trying again would not help (RFC 5321 section 4.2.1). */
  private static final int PERMANENT = 500;

  private final OutwardSettings settings;
  private final MailServer server;
  private final ScheduledExecutorService clock;

  /** A client of that server; it connects to nothing by itself. */
  public MailClient(OutwardSettings settings, MailServer server) {
    this.settings = settings;
    this.server = server;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-watch").factory());
  }

  /** A recipient the server does not take mail for. */
  public static final class NoSuchRecipientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchRecipientException(Throwable cause) {
      super("the server takes no mail for the recipient", cause);
    }
  }

  /**
   * Hands a mail in; once this returns the server has it.
   *
   * @param from the address it comes back to where it cannot be delivered
   * @param to the address of its recipient
   * @param mail all of it, its lines ending with CRLF
   * @throws NoSuchRecipientException when the server takes nothing for that recipient
   * @throws FetchFailedException when it can not be handed in
   * @throws RetryableFetchException when it can not be handed in just now; the server may have it
   *     all the same
   */
  public void send(String from, String to, byte[] mail) {
    GuardedSockets sockets = new GuardedSockets(settings, PORTS);
    Duration whole = settings.timeouts().whole();
    ScheduledFuture<?> cut = clock.schedule(sockets::cut, whole.toMillis(), TimeUnit.MILLISECONDS);
    Session session = Session.getInstance(properties(sockets, from));
    try (Transport transport = session.getTransport(server.scheme())) {
      transport.connect(server.host(), server.port(), server.user(), server.password());
      transport.sendMessage(
          new MimeMessage(session, new ByteArrayInputStream(mail)),
          new Address[] {new InternetAddress(to)});
    } catch (NoSuchProviderException e) {
      throw new IllegalStateException("Angus Mail knows SMTP", e);
    } catch (MessagingException e) {
      throw fault(e, sockets);
    } finally {
      cut.cancel(false);
    }
  }

  /** A server's own words are for the log alone. */
  private static RuntimeException fault(MessagingException e, GuardedSockets sockets) {
    if (e instanceof AuthenticationFailedException) {
      return new FetchFailedException(
          Failure.LOGIN, "See whether the user and the password are right.", e);
    }
    if (e instanceof SendFailedException) {
      for (@Nullable Exception next = e; next != null; next = next(next)) {
        if (next instanceof SMTPAddressFailedException refused
            && refused.getReturnCode() >= PERMANENT) {
          return new NoSuchRecipientException(e);
        }
      }
    }
    for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
      if (t instanceof SSLException
          || (t instanceof IOException && !(t instanceof SocketConnectException))) {
        return sockets.fault((IOException) t);
      }
    }
    return sockets.isCut()
        ? sockets.fault(new IOException("the connection is gone", e))
        : new RetryableFetchException(Failure.STATUS, "It is tried again.", Duration.ZERO, e);
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException chained ? chained.getNextException() : null;
  }

  /** Without TLS nothing is sent but to a host the operator allows. */
  private Properties properties(GuardedSockets sockets, String from) {
    String prefix = "mail." + server.scheme();
    OutwardSettings.Timeouts timeouts = settings.timeouts();
    Properties properties = new Properties();
    properties.put(prefix + ".socketFactory", sockets);
    // it would connect past the guard where the guard says no
    properties.setProperty(prefix + ".socketFactory.fallback", "false");
    properties.setProperty(
        prefix + ".connectiontimeout", Long.toString(timeouts.connect().toMillis()));
    properties.setProperty(prefix + ".timeout", Long.toString(timeouts.answer().toMillis()));
    properties.setProperty(prefix + ".writetimeout", Long.toString(timeouts.answer().toMillis()));
    properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
    properties.setProperty(prefix + ".starttls.enable", Boolean.toString(!server.isTls()));
    properties.setProperty(
        prefix + ".starttls.required",
        Boolean.toString(!server.isTls() && !sockets.isAllowedByOperator(server.host())));
    properties.setProperty(prefix + ".auth", Boolean.toString(server.user() != null));
    properties.setProperty(prefix + ".from", from);
    return properties;
  }

  /** Ends its watch over what takes too long. */
  @Override
  public void close() {
    clock.shutdownNow();
  }
}
