package org.tocsin.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SendingTest {
  private static final byte[] BODY = "{\"type\":\"bundle\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path spool;
  private BadServer server;
  private OutwardClient client;

  @BeforeEach
  void begin() throws IOException {
    server = new BadServer();
    client = client("127.0.0.1");
  }

  @AfterEach
  void end() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void shouldSendWithItsHeadersAndTellTheStatus() {
    server.on("/hook", BadServer.answer("204 No Content", "", new byte[0]));

    Answer answer = client.send(message(server.uri("/hook")));

    assertThat(answer.isTaken()).isTrue();
    assertThat(server.requests().getFirst().headers())
        .containsEntry("webhook-id", "one")
        .containsEntry("content-type", "application/stix+json; version=2.1")
        .containsEntry("content-length", String.valueOf(BODY.length))
        .containsEntry("user-agent", "Tocsin/test");
  }

  @Test
  void shouldTellHowLongTheOtherSideAsksToWait() {
    server.on(
        "/busy", BadServer.answer("429 Too Many Requests", "Retry-After: 90\r\n", new byte[0]));

    Answer answer = client.send(message(server.uri("/busy")));

    assertThat(answer.isTaken()).isFalse();
    assertThat(answer).isEqualTo(new Answer(429, Duration.ofSeconds(90)));
  }

  @Test
  void shouldFollowNoRedirect() {
    server.on(
        "/moved",
        BadServer.answer(
            "307 Temporary Redirect",
            "Location: " + server.uri("/elsewhere") + "\r\n",
            new byte[0]));

    assertThat(client.send(message(server.uri("/moved"))).status()).isEqualTo(307);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldNotReadALongAnswerToItsEnd() {
    server.on("/long", BadServer.answer("200 OK", "", new byte[5_000_000]));

    assertThat(client.send(message(server.uri("/long"))).isTaken()).isTrue();
  }

  @Test
  void shouldSayThatNobodyAnswersInTime() {
    server.on("/slow", (_, _) -> Thread.sleep(5_000));

    assertThatExceptionOfType(RetryableFetchException.class)
        .isThrownBy(() -> client.send(message(server.uri("/slow"))))
        .matches(e -> e.failure() == Failure.NO_ANSWER);
  }

  @Test
  void shouldReachNothingThatIsNotAllowed() {
    try (OutwardClient other = client("192.0.2.1")) {
      assertThatExceptionOfType(FetchFailedException.class)
          .isThrownBy(() -> other.send(message(server.uri("/hook"))))
          .matches(e -> e.failure() == Failure.NOT_ALLOWED);
      assertThatExceptionOfType(FetchFailedException.class)
          .isThrownBy(() -> other.send(message(URI.create("ftp://127.0.0.1/hook"))))
          .matches(e -> e.failure() == Failure.NOT_ALLOWED);
    }
    assertThat(server.requests()).isEmpty();
  }

  private static Message message(URI uri) {
    return new Message(uri, "application/stix+json;version=2.1", BODY, Map.of("webhook-id", "one"));
  }

  private OutwardClient client(String allowed) {
    return new OutwardClient(
        new OutwardSettings(
            AllowList.of(List.of(allowed)),
            Set.of(80, 443),
            "Tocsin/test",
            spool,
            new OutwardSettings.Timeouts(
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                1000),
            100_000,
            new OutwardSettings.Retries(0, Duration.ofMillis(10), Duration.ofSeconds(1))));
  }
}
