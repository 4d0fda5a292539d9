package org.tocsin.outward;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** One message and its answer, of which only the head counts. No redirect is followed. */
final class Sending {
  /** An answer this short is read, so that its connection can be used again. */
  private static final int SHORT = 16 * 1024;

  private final OutwardSettings settings;
  private final CloseableHttpClient client;
  private final Guard guard;
  private final ScheduledExecutorService clock;
  private final Message message;

  Sending(
      OutwardSettings settings,
      CloseableHttpClient client,
      Guard guard,
      ScheduledExecutorService clock,
      Message message) {
    this.settings = settings;
    this.client = client;
    this.guard = guard;
    this.clock = clock;
    this.message = message;
  }

  Answer run() {
    guard.check(message.uri());
    HttpPost request = new HttpPost(message.uri());
    message.headers().forEach(request::setHeader);
    request.setEntity(
        new ByteArrayEntity(message.body(), ContentType.parse(message.contentType())));
    long end = System.nanoTime() + settings.timeouts().whole().toNanos();
    @Nullable Answer head = null;
    try (Watch watch = new Watch(settings.timeouts(), end, request::cancel, clock)) {
      HttpHost host =
          new HttpHost(message.uri().getScheme(), message.uri().getHost(), message.uri().getPort());
      try (ClassicHttpResponse answer = client.executeOpen(host, request, null)) {
        watch.answered();
        head = head(answer);
        if (!isShort(answer.getEntity())) {
          request.cancel();
        }
        return head;
      } catch (IOException e) {
        if (head != null) {
          return head; // what counts is there
        }
        throw Faults.of(e, watch.failure());
      }
    }
  }

  private static Answer head(ClassicHttpResponse answer) {
    Header asked = answer.getFirstHeader("Retry-After");
    return new Answer(
        answer.getCode(), RetryAfter.of(asked == null ? null : asked.getValue(), Instant.now()));
  }

  private static boolean isShort(@Nullable HttpEntity entity) throws IOException {
    if (entity == null) {
      return true;
    }
    InputStream body = entity.getContent();
    return body.readNBytes(SHORT).length < SHORT;
  }
}
