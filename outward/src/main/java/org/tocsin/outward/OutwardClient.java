package org.tocsin.outward;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what others publish, and sends what is for them. It connects to the public Internet at
 * usual ports and to what the operator allows, and to nothing else; every wait and every size has
 * an end. Thread-safe.
 */
public final class OutwardClient implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutwardClient.class);

  private final OutwardSettings settings;
  private final Guard guard;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService clock;

  /** A client with those settings; it connects to nothing by itself. */
  public OutwardClient(OutwardSettings settings) {
    this(settings, InetAddress::getAllByName);
  }

  OutwardClient(OutwardSettings settings, Guard.Names names) {
    this(settings, names, null);
  }

  /**
   * A client for tests.
   *
   * @param trust whom to trust, null for whom Java trusts
   */
  OutwardClient(OutwardSettings settings, Guard.Names names, @Nullable SSLContext trust) {
    this.settings = settings;
    this.guard = new Guard(settings.allowed(), settings.ports(), names);
    this.client = Connections.client(settings, guard, trust);
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outward-watch").factory());
  }

  /**
   * Fetches something whole; a failure that may pass is tried again a few times first.
   *
   * @return what was fetched, or that nothing changed; closing it is the caller's
   * @throws FetchFailedException when it can not be fetched
   * @throws RetryableFetchException when it can not be fetched just now
   */
  public Fetched fetch(Fetch fetch) {
    for (int again = 0; ; again++) {
      try {
        return new Exchange(settings, client, guard, clock, fetch).run();
      } catch (RetryableFetchException e) {
        Duration pause = pause(e.retryAfter(), again);
        boolean tooLong = e.retryAfter().compareTo(settings.retries().longest()) > 0;
        if (again >= settings.retries().most() || tooLong || !waited(pause)) {
          throw e;
        }
        log.debug("Fetching is tried again: {}", e.failure().key());
      }
    }
  }

  /**
   * Sends something, once. Whatever status comes is an answer.
   *
   * @throws FetchFailedException when it can not be sent there
   * @throws RetryableFetchException when there was no answer; it may have been taken all the same
   */
  public Answer send(Message message) {
    return new Sending(settings, client, guard, clock, message).run();
  }

  /** Ends its connections, also those in use. */
  @Override
  public void close() {
    clock.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      log.warn("The HTTP client could not be closed", e);
    }
  }

  /** Twice as long each time, give or take a quarter, and never less than the server asks for. */
  private Duration pause(Duration asked, int again) {
    OutwardSettings.Retries retries = settings.retries();
    long grown = retries.first().toMillis() << Math.min(again, 16);
    long capped = Math.clamp(grown, 1, Math.max(1, retries.longest().toMillis()));
    long jittered = capped * 3 / 4 + ThreadLocalRandom.current().nextLong(capped / 2 + 1);
    return Duration.ofMillis(Math.max(jittered, asked.toMillis()));
  }

  private static boolean waited(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
