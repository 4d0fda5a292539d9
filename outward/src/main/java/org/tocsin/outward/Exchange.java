package org.tocsin.outward;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** One request and its answer, each redirect followed once it was looked at. */
final class Exchange {
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> COME_AGAIN = Set.of(408, 425, 429, 500, 502, 503, 504);
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

  private final OutwardSettings settings;
  private final CloseableHttpClient client;
  private final Guard guard;
  private final ScheduledExecutorService clock;
  private final Fetch fetch;
  private final long end;

  Exchange(
      OutwardSettings settings,
      CloseableHttpClient client,
      Guard guard,
      ScheduledExecutorService clock,
      Fetch fetch) {
    this.settings = settings;
    this.client = client;
    this.guard = guard;
    this.clock = clock;
    this.fetch = fetch;
    this.end = System.nanoTime() + settings.timeouts().whole().toNanos();
  }

  /** Where an answer leads: somewhere else, or to its end. */
  private record Step(@Nullable URI next, @Nullable Fetched fetched) {}

  Fetched run() {
    URI uri = fetch.uri();
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      guard.check(uri);
      Step step = step(uri);
      if (step.fetched() != null) {
        return step.fetched();
      }
      uri = step.next() == null ? uri : step.next();
    }
    throw new FetchFailedException(
        Failure.REDIRECT, "It leads on more than " + MOST_REDIRECTS + " times.");
  }

  private Step step(URI uri) {
    HttpGet request = request(uri);
    try (Watch watch = new Watch(settings.timeouts(), end, request::cancel, clock)) {
      HttpHost host = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
      try (ClassicHttpResponse answer = client.executeOpen(host, request, null)) {
        watch.answered();
        return readOrCut(uri, request, answer, watch);
      } catch (IOException e) {
        throw Faults.of(e, watch.failure());
      }
    }
  }

  /** Closing an answer reads it to its end; what is not wanted is cut off before. */
  private Step readOrCut(URI uri, HttpGet request, ClassicHttpResponse answer, Watch watch)
      throws IOException {
    boolean whole = false;
    try {
      Step step = read(uri, answer, watch);
      whole = step.fetched() != null;
      return step;
    } finally {
      if (!whole) {
        request.cancel();
      }
    }
  }

  private HttpGet request(URI uri) {
    HttpGet request = new HttpGet(uri);
    request.setHeader("Accept", fetch.accept());
    request.setHeader("Accept-Encoding", "gzip");
    Validators before = fetch.validators();
    if (before.etag() != null) {
      request.setHeader("If-None-Match", before.etag());
    }
    if (before.lastModified() != null) {
      request.setHeader("If-Modified-Since", before.lastModified());
    }
    if (Hop.sameOrigin(fetch.uri(), uri)) {
      fetch.secrets().forEach(request::setHeader);
    }
    return request;
  }

  private Step read(URI uri, ClassicHttpResponse answer, Watch watch) throws IOException {
    int status = answer.getCode();
    if (Hop.isRedirect(status)) {
      return new Step(Hop.next(uri, header(answer, "Location")), null);
    }
    if (status == 304 && !fetch.validators().equals(Validators.NONE)) {
      return new Step(null, fetched(uri, answer, null));
    }
    if (COME_AGAIN.contains(status)) {
      Duration wait = RetryAfter.of(header(answer, "Retry-After"), Instant.now());
      String detail = "It answered with status " + status + ".";
      throw new RetryableFetchException(
          status == 500 ? Failure.STATUS : Failure.BUSY, detail, wait, null);
    }
    if (status != 200) {
      throw new FetchFailedException(Failure.STATUS, "It answered with status " + status + ".");
    }
    return new Step(null, fetched(uri, answer, kept(answer, watch)));
  }

  private Download.Kept kept(ClassicHttpResponse answer, Watch watch) throws IOException {
    refuseWebPage(header(answer, "Content-Type"));
    String encoding = header(answer, "Content-Encoding");
    String coding = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
    if (!GZIP.contains(coding) && !coding.equals("identity")) {
      throw new FetchFailedException(
          Failure.UNREADABLE, "It is packed in a way that was not asked for.");
    }
    HttpEntity entity = answer.getEntity();
    if (entity == null) {
      throw new FetchFailedException(Failure.UNREADABLE, "There is no content in it.");
    }
    if (entity.getContentLength() > settings.maxBytes()) {
      throw new FetchFailedException(
          Failure.TOO_LARGE, "It is larger than " + settings.maxBytes() + " bytes.");
    }
    Download download = new Download(settings.spool(), settings.maxBytes(), watch);
    return download.keep(entity.getContent(), GZIP.contains(coding));
  }

  /** A page that asks to sign in, or says that something moved, is no data. */
  private static void refuseWebPage(@Nullable String type) {
    String plain = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    if (plain.startsWith("text/html") || plain.startsWith("application/xhtml")) {
      throw new FetchFailedException(
          Failure.WRONG_TYPE, "Look at the address in a browser, and see what it says.");
    }
  }

  private static Fetched fetched(
      URI uri, ClassicHttpResponse answer, Download.@Nullable Kept kept) {
    Validators validators = new Validators(header(answer, "ETag"), header(answer, "Last-Modified"));
    return new Fetched(
        uri,
        kept == null ? null : kept.file(),
        kept == null ? 0 : kept.bytes(),
        kept == null ? "" : kept.sha256(),
        header(answer, "Content-Type"),
        validators,
        headers(answer));
  }

  private static Map<String, String> headers(ClassicHttpResponse answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : answer.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    return headers;
  }

  private static @Nullable String header(ClassicHttpResponse answer, String name) {
    Header header = answer.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }
}
