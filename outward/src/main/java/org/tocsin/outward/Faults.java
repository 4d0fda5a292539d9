package org.tocsin.outward;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/** Tells from what went wrong on a connection whether trying again helps. */
final class Faults {
  private Faults() {}

  /**
   * What to throw.
   *
   * @param cut why the exchange was cut off from outside, null where it was not
   */
  static RuntimeException of(IOException e, @Nullable Failure cut) {
    if (cut != null) {
      return later(cut, e);
    }
    return switch (e) {
      case Guard.NotAllowedException _ ->
          new FetchFailedException(
              Failure.NOT_ALLOWED,
              "It is not on the public Internet at a usual port, and not on the allow list.",
              e);
      case UnknownHostException _ -> later(Failure.UNKNOWN_HOST, e);
      case SSLException _ ->
          new FetchFailedException(Failure.UNTRUSTED, "No connection by TLS can be made.", e);
      case ConnectTimeoutException _ -> later(Failure.UNREACHABLE, e);
      case HttpHostConnectException _ -> later(Failure.UNREACHABLE, e);
      case ConnectException _ -> later(Failure.UNREACHABLE, e);
      case NoRouteToHostException _ -> later(Failure.UNREACHABLE, e);
      case SocketTimeoutException _ -> later(Failure.NO_ANSWER, e);
      case MessageConstraintException _ ->
          new FetchFailedException(Failure.UNREADABLE, "Its headers are too large.", e);
      case ZipException _ ->
          new FetchFailedException(Failure.UNREADABLE, "It is not packed as it says.", e);
      case Download.DiskException _ ->
          new FetchFailedException(Failure.DISK, "See whether there is room for it.", e);
      case ClientProtocolException _ ->
          new FetchFailedException(Failure.UNREADABLE, "It breaks the rules of HTTP.", e);
      default -> later(Failure.BROKEN_OFF, e);
    };
  }

  private static RetryableFetchException later(Failure failure, Exception e) {
    return new RetryableFetchException(failure, "It is tried again.", Duration.ZERO, e);
  }
}
