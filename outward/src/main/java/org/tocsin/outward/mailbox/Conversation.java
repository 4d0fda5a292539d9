package org.tocsin.outward.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.tocsin.outward.Failure;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.GuardedSockets;
import org.tocsin.outward.OutwardSettings;
import org.tocsin.outward.RetryableFetchException;

/** A conversation with a mail server, every step of which has an end. */
final class Conversation implements AutoCloseable {
  /** The ports of IMAP and POP3, with TLS and without (RFC 8314 section 3). */
  private static final Set<Integer> PORTS = Set.of(110, 143, 993, 995);

  private static final int PIECE = 1024 * 1024;

  private final MailboxAccess access;
  private final OutwardSettings settings;
  private final ScheduledExecutorService clock;
  private final GuardedSockets sockets;
  private final Store store;

  /** Something asked of the server. */
  @FunctionalInterface
  interface Step<T> {
    T run() throws MessagingException, IOException;
  }

  Conversation(MailboxAccess access, OutwardSettings settings, ScheduledExecutorService clock) {
    this.access = access;
    this.settings = settings;
    this.clock = clock;
    this.sockets = new GuardedSockets(settings, PORTS);
    try {
      this.store = Session.getInstance(properties()).getStore(access.scheme());
    } catch (NoSuchProviderException e) {
      throw new IllegalStateException("Angus Mail knows IMAP and POP3", e);
    }
  }

  Store store() {
    return store;
  }

  /** Connects and signs in. */
  void begin() {
    within(() -> {
      store.connect(access.host(), access.port(), access.user(), access.password());
      return true;
    });
  }

  /** Does a step that is cut off where it takes longer than a whole answer may take. */
  <T> T within(Step<T> step) {
    Duration whole = settings.timeouts().whole();
    ScheduledFuture<?> cut = clock.schedule(sockets::cut, whole.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return step.run();
    } catch (MessagingException e) {
      throw fault(e);
    } catch (IOException e) {
      throw sockets.fault(e);
    } finally {
      cut.cancel(false);
    }
  }

  /** Ends it at once. */
  void cut() {
    sockets.cut();
  }

  @Override
  public void close() {
    try {
      within(() -> {
        store.close();
        return true;
      });
    } catch (FetchFailedException | RetryableFetchException e) {
      sockets.cut();
    }
  }

  /** A server's own words are for the log alone. */
  RuntimeException fault(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return new FetchFailedException(
          Failure.LOGIN, "See whether 'user' and the secret are right.", e);
    }
    if (e instanceof FolderNotFoundException) {
      return new FetchFailedException(Failure.STATUS, "There is no such folder.", e);
    }
    for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
      if (t instanceof SSLException
          || (t instanceof IOException && !(t instanceof SocketConnectException))) {
        return sockets.fault((IOException) t);
      }
    }
    if (sockets.isCut() || !store.isConnected()) {
      return sockets.fault(new IOException("the connection is gone", e));
    }
    return new RetryableFetchException(Failure.STATUS, "It is tried again.", Duration.ZERO, e);
  }

  /**
   * Without TLS a secret is sent only where the operator allows the host, and even there it is used
   * where the server can.
   */
  private Properties properties() {
    String prefix = "mail." + access.scheme();
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
    properties.setProperty(prefix + ".starttls.enable", Boolean.toString(!access.isTls()));
    properties.setProperty(
        prefix + ".starttls.required",
        Boolean.toString(!access.isTls() && !sockets.isAllowedByOperator(access.host())));
    properties.setProperty(prefix + ".peek", "true");
    properties.setProperty(prefix + ".fetchsize", Integer.toString(PIECE));
    properties.setProperty(prefix + ".connectionpoolsize", "1");
    properties.setProperty(prefix + ".finalizecleanclose", "false");
    return properties;
  }
}
