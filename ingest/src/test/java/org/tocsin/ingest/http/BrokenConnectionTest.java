package org.tocsin.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.Bytes;
import org.tocsin.model.account.Submission.State;
import org.tocsin.model.sharing.Role;

/** What only a real connection can show. */
class BrokenConnectionTest {
  private static final byte[] TABLE = Bytes.table(20_000);
  private static HttpBench bench;

  @BeforeAll
  static void begin() {
    bench =
        new HttpBench("tocsin.ingest.limits.bytes=32MB", "server.tomcat.connection-timeout=500ms");
  }

  @AfterAll
  static void end() {
    bench.close();
  }

  @Test
  void shouldAbortWhenTheClientLeaves() throws IOException {
    try (Socket socket = connect("Content-Length: 9000000")) {
      socket.getOutputStream().write(TABLE);
      socket.getOutputStream().flush();
      await().until(() -> bench.log().raws().size() >= 10);
    }

    await().until(() -> bench.log().last().state() == State.ABORTED);
    assertThat(bench.log().last().fault()).startsWith("incomplete");
    assertThat(bench.log().last().records()).isPositive();
  }

  @Test
  void shouldAbortAChunkedBodyWithoutItsEnd() throws IOException {
    try (Socket socket = connect("Transfer-Encoding: chunked")) {
      byte[] large = Bytes.table(40_000);
      OutputStream out = socket.getOutputStream();
      out.write((Integer.toHexString(large.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(large);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      int before = bench.log().raws().size();
      await().until(() -> bench.log().raws().size() > before);
    }

    await().until(() -> bench.log().last().state() == State.ABORTED);
  }

  @Test
  void shouldGiveUpOnAClientThatSaysNothingMore() throws IOException {
    try (Socket socket = connect("Content-Length: 9000000")) {
      socket.getOutputStream().write(TABLE);
      socket.getOutputStream().flush();

      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

      assertThat(answer).isEqualTo("HTTP/1.1 408");
      assertThat(bench.log().last().state()).isEqualTo(State.ABORTED);
    }
  }

  @Test
  void shouldTellAClientThatSendsFirstThatItIsNotAllowed() {
    byte[] large = new byte[20 * 1024 * 1024];

    HttpResponse<String> answer =
        bench.send(
            bench
                .request(Role.AUDITOR, "")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void shouldRefuseWhatIsAnnouncedAsTooLargeBeforeItIsSent() throws IOException {
    try (Socket socket = connect("Content-Length: 90000000")) {
      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

      assertThat(answer).isEqualTo("HTTP/1.1 413");
    }
  }

  private static Socket connect(String framing) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port());
    socket.setSoTimeout(20_000);
    String head =
        String.join(
            "\r\n",
            "POST /api/reports?provider=p HTTP/1.1",
            "Host: localhost",
            "Authorization: " + HttpBench.basic(Role.ANALYST),
            framing,
            "",
            "");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }
}
