package org.tocsin.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs fifty submissions of 32 MiB at once in a process that could not hold seven of them. */
class MemoryTest {
  @TempDir Path folder;

  @Test
  void shouldTakeFiftyLargeTablesAtOnceInLittleMemory() throws Exception {
    assertThat(crowd("table", "128m")).isEqualTo("50 x 33554432 kept");
  }

  @Test
  void shouldTakeFiftyLargeDocumentsAtOnceInLittleMemory() throws Exception {
    assertThat(crowd("document", "192m")).isEqualTo("50 x 33554432 kept");
  }

  @Test
  void shouldTakeFiftyLargeBundlesAtOnceInLittleMemory() throws Exception {
    assertThat(crowd("bundle", "256m")).isEqualTo("50 x 33554432 kept");
  }

  private String crowd(String kind, String heap) throws IOException, InterruptedException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                Crowd.class.getName(),
                kind,
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return said.strip();
  }
}
