package org.tocsin.outward;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * What the client may do and how long it waits.
 *
 * @param allowed what may be reached though it is not on the public Internet
 * @param ports ports that may be reached on the public Internet
 * @param userAgent how it introduces itself
 * @param spool folder for what is being fetched
 * @param timeouts how long it waits
 * @param maxBytes largest answer, both as it comes and with its encoding undone
 * @param retries how often it tries again
 */
public record OutwardSettings(
    AllowList allowed,
    Set<Integer> ports,
    String userAgent,
    Path spool,
    Timeouts timeouts,
    long maxBytes,
    Retries retries) {

  /**
   * How long it waits.
   *
   * @param connect for the connection, and again for TLS
   * @param answer for the head of the answer
   * @param whole for the whole answer, redirects included
   * @param window in each of these, at least {@code windowBytes} have to come
   * @param windowBytes the least that has to come in a window
   */
  public record Timeouts(
      Duration connect, Duration answer, Duration whole, Duration window, long windowBytes) {}

  /**
   * How often it tries again.
   *
   * @param most how often at most
   * @param first pause before the first time, doubled each time, give or take a quarter
   * @param longest the longest pause; where a server asks for a longer one, the caller is told
   */
  public record Retries(int most, Duration first, Duration longest) {}
}
