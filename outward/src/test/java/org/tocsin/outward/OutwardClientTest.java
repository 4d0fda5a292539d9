package org.tocsin.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.outward.BadServer.answer;
import static org.tocsin.outward.BadServer.head;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class OutwardClientTest {
  private static final byte[] LIST = "192.0.2.1\n192.0.2.2\n".getBytes(StandardCharsets.UTF_8);
  private static final int MOST = 100_000;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  @TempDir Path spool;
  private BadServer server;
  private OutwardClient client;

  @BeforeEach
  void begin() throws IOException {
    server = new BadServer();
    client = client("127.0.0.1");
  }

  @AfterEach
  void shouldLeaveNothingOnDisk() throws IOException {
    client.close();
    server.close();
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  void shouldFetchWhatIsThere() {
    server.on("/list", answer("200 OK", "ETag: \"1\"\r\nContent-Type: text/plain\r\n", LIST));

    try (Fetched fetched = client.fetch(Fetch.of(server.uri("/list")))) {
      assertThat(bytes(fetched)).isEqualTo(LIST);
      assertThat(fetched.bytes()).isEqualTo(LIST.length);
      assertThat(fetched.contentType()).isEqualTo("text/plain");
      assertThat(fetched.validators()).isEqualTo(new Validators("\"1\"", null));
    }
    assertThat(server.requests().getFirst().headers())
        .containsEntry("user-agent", "Tocsin/test")
        .containsEntry("host", "127.0.0.1:" + server.port());
  }

  @Test
  void shouldAskOnlyForWhatChanged() {
    server.on(
        "/list",
        (request, out) ->
            out.write(
                head(
                    "\"1\"".equals(request.headers().get("if-none-match"))
                        ? "304 Not Modified"
                        : "500 Wrong",
                    "ETag: \"1\"\r\n")));

    try (Fetched fetched =
        client.fetch(
            Fetch.of(server.uri("/list"))
                .unless(new Validators("\"1\"", "Thu, 01 Jan 2026 00:00:00 GMT")))) {
      assertThat(fetched.isUnchanged()).isTrue();
    }
    assertThat(server.requests().getFirst().headers())
        .containsEntry("if-modified-since", "Thu, 01 Jan 2026 00:00:00 GMT");
  }

  @Test
  void shouldNotBelieveAnUnchangedNobodyAskedFor() {
    server.on("/list", answer("304 Not Modified", "", new byte[0]));

    assertFailed(() -> fetch("/list"), Failure.STATUS);
  }

  @Test
  void shouldComeAgainWhenTheServerSaysSo() {
    AtomicInteger times = new AtomicInteger();
    server.on(
        "/busy",
        (request, out) ->
            (times.incrementAndGet() == 1
                    ? answer("429 Too Many Requests", "Retry-After: 1\r\n", new byte[0])
                    : answer("200 OK", "", LIST))
                .write(request, out));
    long begun = System.nanoTime();

    client.fetch(Fetch.of(server.uri("/busy"))).close();

    assertThat(times).hasValue(2);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void shouldLeaveALongWaitToTheCaller() {
    server.on("/busy", answer("503 Busy", "Retry-After: 3600\r\n", new byte[0]));

    assertThatThrownBy(() -> fetch("/busy"))
        .isInstanceOfSatisfying(
            RetryableFetchException.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofHours(1)));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldGiveUpOnAServerThatStaysBroken() {
    server.on("/busy", answer("502 Bad Gateway", "", new byte[0]));

    assertRetryable(() -> fetch("/busy"), Failure.BUSY);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void shouldNotAskAgainForWhatIsNotThere() {
    assertFailed(() -> fetch("/nothing"), Failure.STATUS);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldNotTakeHalfAnAnswer() {
    server.on(
        "/half",
        (_, out) -> {
          out.write(head("200 OK", "Content-Length: 1000\r\n"));
          out.write(LIST);
        });
    server.on(
        "/half-chunked",
        (_, out) -> {
          out.write(head("200 OK", "Transfer-Encoding: chunked\r\n"));
          out.write("400\r\n192.0.2.1\n".getBytes(StandardCharsets.US_ASCII));
        });

    assertRetryable(() -> fetch("/half"), Failure.BROKEN_OFF);
    assertRetryable(() -> fetch("/half-chunked"), Failure.BROKEN_OFF);
  }

  @Test
  void shouldNotWaitForAServerThatSaysNothing() {
    server.on("/silent", (_, _) -> Thread.sleep(20_000));

    assertRetryable(() -> fetch("/silent"), Failure.NO_ANSWER);
  }

  @Test
  void shouldNotBeHeldUpByHeadersThatDrip() {
    server.on("/drip", (_, out) -> drip(out, "HTTP/1.1 200 OK\r\nX-Slow: "));

    assertRetryable(() -> fetch("/drip"), Failure.NO_ANSWER);
  }

  @Test
  void shouldNotBeHeldUpByContentThatDrips() {
    server.on(
        "/drip",
        (_, out) -> {
          out.write(head("200 OK", "Content-Length: 100000\r\n"));
          drip(out, "");
        });

    assertRetryable(() -> fetch("/drip"), Failure.TOO_SLOW);
  }

  @Test
  void shouldNotTakeMoreThanItMay() {
    server.on("/large", answer("200 OK", "", new byte[MOST + 1]));
    server.on(
        "/endless",
        (_, out) -> {
          out.write(head("200 OK", ""));
          while (true) {
            out.write(new byte[10_000]);
          }
        });

    assertFailed(() -> fetch("/large"), Failure.TOO_LARGE);
    assertFailed(() -> fetch("/endless"), Failure.TOO_LARGE);
  }

  @Test
  void shouldNotUnpackABomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[50_000_000]);
    }
    assertThat(packed.size()).isLessThan(MOST);
    server.on("/bomb", answer("200 OK", "Content-Encoding: gzip\r\n", packed.toByteArray()));

    assertFailed(() -> fetch("/bomb"), Failure.TOO_LARGE);
  }

  @Test
  void shouldUndoTheEncodingItAskedForAndNoOther() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(LIST);
    }
    server.on("/gzip", answer("200 OK", "Content-Encoding: gzip\r\n", packed.toByteArray()));
    server.on("/lie", answer("200 OK", "Content-Encoding: gzip\r\n", LIST));
    server.on("/br", answer("200 OK", "Content-Encoding: br\r\n", LIST));

    try (Fetched fetched = client.fetch(Fetch.of(server.uri("/gzip")))) {
      assertThat(bytes(fetched)).isEqualTo(LIST);
    }
    assertFailed(() -> fetch("/lie"), Failure.UNREADABLE);
    assertFailed(() -> fetch("/br"), Failure.UNREADABLE);
  }

  @Test
  void shouldNotTakeAWebPageForData() {
    server.on("/page", answer("200 OK", "Content-Type: text/html; charset=utf-8\r\n", LIST));

    assertFailed(() -> fetch("/page"), Failure.WRONG_TYPE);
  }

  @Test
  void shouldRefuseHeadersWithoutEnd() {
    server.on("/header", answer("200 OK", "X-Long: " + "x".repeat(100_000) + "\r\n", LIST));
    server.on("/headers", answer("200 OK", "X-Many: x\r\n".repeat(5000), LIST));

    assertFailed(() -> fetch("/header"), Failure.UNREADABLE);
    assertFailed(() -> fetch("/headers"), Failure.UNREADABLE);
  }

  @Test
  void shouldFollowARedirectWithoutItsSecretsToAnotherHost() throws IOException {
    try (BadServer other = new BadServer()) {
      other.on("/list", answer("200 OK", "", LIST));
      server.on(
          "/there", answer("302 Found", "Location: " + other.uri("/list") + "\r\n", new byte[0]));
      server.on("/here", answer("301 Moved", "Location: /list\r\n", new byte[0]));
      server.on("/list", answer("200 OK", "", LIST));

      client.fetch(Fetch.of(server.uri("/there")).with("Authorization", "Bearer x")).close();
      client.fetch(Fetch.of(server.uri("/here")).with("Authorization", "Bearer x")).close();

      assertThat(other.requests().getFirst().headers()).doesNotContainKey("authorization");
      assertThat(server.requests().getLast().headers()).containsEntry("authorization", "Bearer x");
    }
  }

  @Test
  void shouldNotFollowARedirectForEver() {
    server.on("/loop", answer("302 Found", "Location: /loop\r\n", new byte[0]));

    assertFailed(() -> fetch("/loop"), Failure.REDIRECT);
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void shouldNotBeSentToAnotherSchemeOrDowngraded() {
    server.on("/file", answer("302 Found", "Location: file:///etc/passwd\r\n", new byte[0]));

    assertFailed(() -> fetch("/file"), Failure.NOT_ALLOWED);
    assertFailed(
        () -> Hop.next(URI.create("https://example.org/a"), "http://example.org/a"),
        Failure.REDIRECT);
  }

  @Test
  void shouldNotBeSentToLoopback() throws IOException {
    server.on("/in", answer("302 Found", "Location: http://127.0.0.1:1/\r\n", new byte[0]));
    try (OutwardClient strict = client("outside.example")) {
      URI begin = URI.create("http://outside.example:" + server.port() + "/in");

      assertFailed(() -> strict.fetch(Fetch.of(begin)), Failure.NOT_ALLOWED);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void shouldNotConnectToANameThatMeansLoopback() {
    try (OutwardClient strict = client()) {
      for (String host :
          List.of(
              "inside.example",
              "outside.example",
              "127.0.0.1",
              "2130706433",
              "[::1]",
              "[::ffff:127.0.0.1]",
              "localhost")) {
        URI uri = URI.create("http://" + host + ":" + server.port() + "/");
        assertFailed(() -> strict.fetch(Fetch.of(uri)), Failure.NOT_ALLOWED);
      }
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void shouldLookAgainWhenANameChangesItsMind() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Guard.Names rebinding =
        _ ->
            new InetAddress[] {
              InetAddress.getByName(asked.getAndIncrement() == 0 ? "8.8.8.8" : "127.0.0.1")
            };
    Guard guard = new Guard(AllowList.NONE, Set.of(80), rebinding);

    assertThat(guard.resolve("rebinding.example", 80))
        .extracting(address -> address.getAddress().getHostAddress())
        .containsExactly("8.8.8.8");
    assertThatThrownBy(() -> guard.resolve("rebinding.example", 80))
        .isInstanceOf(Guard.NotAllowedException.class);
  }

  @Test
  void shouldRefuseANameOfWhichOneAddressIsInside() {
    Guard guard =
        new Guard(
            AllowList.NONE,
            Set.of(443),
            _ ->
                new InetAddress[] {
                  InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")
                });

    assertThatThrownBy(() -> guard.resolve("both.example", 443))
        .isInstanceOf(Guard.NotAllowedException.class);
  }

  @Test
  void shouldReachOnlyTheUsualPorts() {
    Guard guard =
        new Guard(
            AllowList.NONE,
            Set.of(80, 443),
            _ -> new InetAddress[] {InetAddress.getByName("8.8.8.8")});

    assertThatThrownBy(() -> guard.resolve("public.example", 22))
        .isInstanceOf(Guard.NotAllowedException.class);
  }

  @Test
  void shouldRefuseAnAddressWithAPassword() {
    assertFailed(
        () -> client.fetch(Fetch.of(URI.create("http://u:p@127.0.0.1/"))), Failure.NOT_ALLOWED);
  }

  private void fetch(String path) {
    client.fetch(Fetch.of(server.uri(path))).close();
  }

  /** A letter every while, which no time-out of a socket would ever notice. */
  private static void drip(OutputStream out, String begin)
      throws IOException, InterruptedException {
    out.write(begin.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 400; i++) {
      out.write('x');
      out.flush();
      Thread.sleep(50);
    }
  }

  private OutwardClient client(String... allowed) {
    OutwardSettings settings =
        new OutwardSettings(
            AllowList.of(List.of(allowed)),
            Set.of(80, 443, server.port()),
            "Tocsin/test",
            spool,
            new OutwardSettings.Timeouts(
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                1000),
            MOST,
            new OutwardSettings.Retries(2, Duration.ofMillis(10), LONGEST_PAUSE));
    return new OutwardClient(settings, OutwardClientTest::addresses);
  }

  private static InetAddress[] addresses(String host) throws UnknownHostException {
    return host.endsWith(".example")
        ? new InetAddress[] {InetAddress.getByName("127.0.0.1")}
        : InetAddress.getAllByName(host);
  }

  private static byte[] bytes(Fetched fetched) {
    try (InputStream in = fetched.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertFailed(ThrowingCallable call, Failure failure) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FetchFailedException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }

  private static void assertRetryable(ThrowingCallable call, Failure failure) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RetryableFetchException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }
}
