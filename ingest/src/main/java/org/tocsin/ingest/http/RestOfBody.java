package org.tocsin.ingest.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * What is left of a body that is refused. Many clients read no answer before they have sent
 * everything, and closing the connection on them makes the answer disappear; so it is read to
 * nowhere for a while, once the answer is out.
 */
final class RestOfBody {
  private static final long MOST = 256L * 1024 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private RestOfBody() {}

  /** Sends the answer, which must be complete with its length, and reads what is left. */
  static void read(HttpServletRequest request, HttpServletResponse response) {
    try {
      ServletInputStream rest = request.getInputStream();
      if (rest.isFinished()) {
        return;
      }
      response.flushBuffer();
      long until = System.nanoTime() + LONGEST.toNanos();
      byte[] nowhere = new byte[64 * 1024];
      long passed = 0;
      for (int read = rest.read(nowhere);
          read >= 0 && passed < MOST && System.nanoTime() < until;
          read = rest.read(nowhere)) {
        passed += read;
      }
    } catch (IOException e) {
      // the client has gone: nothing is left to do
    }
  }
}
