package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.engines.EngineKind;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.engines.junit.UseEngines;
import tools.jackson.databind.JsonNode;

/** What others bring is paused by a command, which every process follows and a restart keeps. */
@UseEngines({EngineKind.KAFKA, EngineKind.ELASTICSEARCH})
class PausedWaysIT {
  private static final String REPORT = "name=a.json&provider=partner&feed=ti&tlp=GREEN";

  @TempDir private Path folder;

  @Test
  void shouldTakeNothingWhileItIsPausedAndLoseNothing(EngineAddresses engines) throws Exception {
    String prefix = Program.prefix();
    Path file = folder.resolve("partner/ti/b.json");
    try (Program program = start(engines, prefix);
        Program other = start(engines, prefix, "ingest,web")) {
      steer(program, "pause");
      awaitStatus(program, 503);
      awaitStatus(other, 503);
      HttpResponse<String> refused = other.post(REPORT, bundle());
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
      assertThat(refused.body()).contains("/problems#paused").doesNotContain("admin");
      Files.createDirectories(file.getParent());
      Files.writeString(file, bundle());
      awaitFolder(program, way -> way.path("waiting").asInt() == 1);
    }
    try (Program again = start(engines, prefix)) {
      assertThat(again.post(REPORT, bundle()).statusCode()).isEqualTo(503);
      JsonNode held = awaitFolder(again, way -> way.path("waiting").asInt() == 1);
      assertThat(held.path("state").asString()).isEqualTo("paused");
      assertThat(held.path("taken").asInt()).isZero();
      assertThat(file).exists();

      steer(again, "resume");
      awaitStatus(again, 202);
      JsonNode taken = awaitFolder(again, way -> way.path("taken").asInt() == 1);
      assertThat(taken.path("state").asString()).isEqualTo("open");
      assertThat(file).doesNotExist();
      JsonNode account = again.awaitComplete(taken.path("lastReceipt").asString());
      assertThat(account.path("collected").asInt()).isEqualTo(1);
    }
  }

  private Program start(EngineAddresses engines, String prefix) {
    return Program.start(
        engines,
        prefix,
        Map.of(
            "tocsin.ingest.folder.path", folder.toString(), "tocsin.ingest.folder.poll", "200ms"));
  }

  private static Program start(EngineAddresses engines, String prefix, String roles) {
    return Program.start(engines, prefix, Map.of("tocsin.roles", roles));
  }

  private static void steer(Program program, String action) throws Exception {
    for (String way : List.of("push", "folder")) {
      HttpResponse<String> answer =
          program.send(
              "admin",
              "POST",
              "/api/feeds/ways/" + way + "/actions",
              "{\"action\": \"" + action + "\"}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  private static void awaitStatus(Program program, int status) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> program.post(REPORT, bundle()).statusCode() == status);
  }

  private static JsonNode awaitFolder(Program program, Predicate<JsonNode> until) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> program.get("/api/feeds/ways/folder"), until);
  }

  private static String bundle() {
    String indicator = StixText.indicator(StixText.id("indicator"), StixText.Level.GREEN, 1);
    return "{\"type\":\"bundle\",\"id\":\"%s\",\"objects\":[%s]}"
        .formatted(StixText.id("bundle"), indicator);
  }
}
