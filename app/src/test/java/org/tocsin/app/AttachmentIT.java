package org.tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import tools.jackson.databind.JsonNode;

/** Files of an incident in the whole program, from a client over Kafka and back. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class AttachmentIT {
  private static final int MIB = 1024 * 1024;

  private static Program program;
  private static HttpClient http;
  private static String attachments;

  @BeforeAll
  static void start(EngineAddresses engines) throws Exception {
    program = Program.start(engines);
    http = HttpClient.newHttpClient();
    HttpResponse<byte[]> made =
        post(
            "/api/incidents", "application/json", "{\"title\": \"Strange mails\"}".getBytes(UTF_8));
    assertThat(made.statusCode()).isEqualTo(201);
    attachments = made.headers().firstValue("Location").orElseThrow() + "/attachments";
  }

  @AfterAll
  static void stop() {
    program.close();
    http.close();
  }

  @Test
  void shouldGiveBackEveryFileOfAFormByteForByte() throws Exception {
    byte[] small = {0, -1, '\r', '\n', '-', '-', 'b'};
    byte[] large = random(16 * MIB);

    HttpResponse<byte[]> added = form(attachments, small, large);

    assertThat(added.statusCode()).isEqualTo(201);
    JsonNode items = program.get(attachments).path("items");
    assertThat(items.size()).isEqualTo(2);
    assertThat(bytes(items.get(0))).isEqualTo(small);
    assertThat(bytes(items.get(1))).isEqualTo(large);
    assertThat(items.get(1).path("size").asInt()).isEqualTo(large.length);
  }

  @Test
  void shouldRefuseWhatIsTooLargeAndStillAnswer() throws Exception {
    byte[] large = random(16 * MIB + 1);

    assertThat(form(attachments, large).statusCode()).isEqualTo(413);
    assertThat(post(attachments + "?name=a", "text/plain", large).statusCode()).isEqualTo(413);
  }

  /** Submissions are streamed, files of incidents are not: neither disturbs the other. */
  @Test
  void shouldStillStreamTheFilesOfASubmission() throws Exception {
    HttpResponse<byte[]> taken =
        form("/api/reports?provider=p&feed=f", ReportText.rows(5).getBytes(UTF_8));

    assertThat(taken.statusCode()).as(new String(taken.body(), UTF_8)).isEqualTo(202);
  }

  private static byte[] bytes(JsonNode item) throws Exception {
    HttpResponse<byte[]> answer =
        http.send(
            request(attachments + "/" + item.path("id").asString()).GET().build(),
            BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;");
    return answer.body();
  }

  private static HttpResponse<byte[]> form(String path, byte[]... files) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] file : files) {
      body.writeBytes(
          """
          --border\r
          Content-Disposition: form-data; name="file"; filename="scan_http.csv"\r
          Content-Type: text/csv\r
          \r
          """
              .getBytes(UTF_8));
      body.writeBytes(file);
      body.writeBytes("\r\n".getBytes(UTF_8));
    }
    body.writeBytes("--border--\r\n".getBytes(UTF_8));
    return post(path, "multipart/form-data; boundary=border", body.toByteArray());
  }

  private static HttpResponse<byte[]> post(String path, String type, byte[] body) throws Exception {
    return http.send(
        request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)).build(),
        BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(program.url() + path))
        .header("Authorization", "Bearer analyst");
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
