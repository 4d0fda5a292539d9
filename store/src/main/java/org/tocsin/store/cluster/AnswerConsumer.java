package org.tocsin.store.cluster;

import co.elastic.clients.transport.rest5_client.low_level.BufferedByteConsumer;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.nio.support.AbstractAsyncResponseConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Keeps an answer in memory up to a limit; the client's own limit is 100 MiB and fixed. */
final class AnswerConsumer
    extends AbstractAsyncResponseConsumer<ClassicHttpResponse, ByteArrayEntity> {

  AnswerConsumer(int limit) {
    super(new BufferedByteConsumer(limit));
  }

  static boolean isTooLong(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ContentTooLongException) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected ClassicHttpResponse buildResult(
      HttpResponse response, ByteArrayEntity entity, ContentType contentType) {
    BasicClassicHttpResponse answer = new BasicClassicHttpResponse(response.getCode());
    answer.setHeaders(response.getHeaders());
    answer.setEntity(entity);
    return answer;
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {
    // 1xx answers say nothing the caller waits for.
  }
}
