package org.tocsin.app;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.tocsin.engines.junit.EngineAddresses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program as a process of its own, which can be halted and let go on. */
final class ProgramProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Process process;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();

  private ProgramProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  public static void main(String[] arguments) {
    ProcessHandle.current()
        .parent()
        .ifPresent(test -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    TocsinApplication.main(arguments);
  }

  private static int port(Path log) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                PORT.matcher(Files.readString(log))
                    .results()
                    .map(MatchResult::group)
                    .map(found -> found.substring(found.lastIndexOf(' ') + 1))
                    .map(Integer::parseInt)
                    .findFirst()
                    .orElse(0),
            found -> found > 0);
  }

  /** One of the processes of the node with that prefix. */
  static ProgramProcess start(EngineAddresses engines, String prefix, Path log) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ProgramProcess.class.getName(),
                "--logging.level.org.springframework.boot=info",
                "--server.port=0",
                "--tocsin.identity.issuer=" + engines.issuer(),
                "--tocsin.kafka.bootstrap-servers=" + engines.kafkaBootstrap(),
                "--tocsin.kafka.prefix=" + prefix,
                "--tocsin.elasticsearch.url=" + engines.elasticsearchUrl(),
                "--tocsin.elasticsearch.prefix=" + prefix)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    try {
      return new ProgramProcess(process, "http://127.0.0.1:" + port(log));
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw new IOException("it did not start: " + Files.readString(log), e);
    }
  }

  String url() {
    return url;
  }

  /** Makes an incident by hand and gives the id it has in STIX. */
  String incident(String token, String json) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(url + "/api/incidents"))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode body = JSON.readTree(response.body());
    if (response.statusCode() == 202) {
      return "incident--" + response.headers().firstValue("Location").orElseThrow().substring(15);
    }
    if (response.statusCode() != 201) {
      throw new IOException("answered " + response.statusCode() + ": " + response.body());
    }
    return "incident--" + body.path("id").asString();
  }

  /** It does nothing at all until it may go on; what others see is a process that hangs. */
  void halt() throws IOException, InterruptedException {
    signal("STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    if (code != 0) {
      throw new IOException("kill -" + name + " answered " + code);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.close();
  }
}
