package org.tocsin.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.IngestBench;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

class FolderWatchTest {
  @TempDir Path temporary;

  @Test
  void shouldKeepPollingUntilItIsStopped() throws IOException {
    IngestBench bench = new IngestBench(temporary);
    Path root = Files.createDirectory(temporary.resolve("in"));
    FolderSettings settings =
        new FolderSettings(root, new Origin("p", "f"), null, Tlp.CLEAR, Duration.ofMillis(10));
    WatchedFolder folder =
        new WatchedFolder(settings, bench.intake(), () -> true, InstantSource.system());
    FolderWatch watch = new FolderWatch(folder);

    watch.start();
    assertThat(watch.isRunning()).isTrue();
    for (int i = 1; i <= 3; i++) {
      Files.write(root.resolve(i + ".csv"), Bytes.table(i));
      int taken = i;
      await().until(() -> folder.state().taken() == taken);
    }
    watch.stop();

    assertThat(watch.isRunning()).isFalse();
    Files.write(root.resolve("late.csv"), Bytes.table(1));
    await()
        .during(Duration.ofMillis(200))
        .atMost(Duration.ofSeconds(5))
        .until(() -> folder.state().taken() == 3);
  }
}
