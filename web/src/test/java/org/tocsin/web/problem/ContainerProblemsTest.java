package org.tocsin.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.web.fake.TestConsole;

/** What Tomcat refuses by itself, over a real connection. */
@SpringBootTest(
    classes = TestConsole.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ContainerProblemsTest {
  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/rejects/%00",
        "/api/observations/..%2f..%2factuator",
        "/api/rejects?q=<",
        ""
      })
  void shouldAnswerWithADocument(String target) throws IOException {
    String address = target.isEmpty() ? "/api/observations?q=" + "a".repeat(20_000) : target;

    String answer = ask(address);

    assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    assertThat(answer).contains("\"type\":\"/problems#bad-request\"").doesNotContain("<html");
  }

  private String ask(String target) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      String request =
          "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
