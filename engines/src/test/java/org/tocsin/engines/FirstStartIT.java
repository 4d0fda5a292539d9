package org.tocsin.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.engines.process.ChildSpec;
import org.tocsin.engines.process.JavaCommand;
import org.tocsin.engines.process.ProcessFailedException;
import org.tocsin.engines.process.ProcessListener;
import org.tocsin.engines.process.SupervisedProcess;

/** What happens to a child that ends before it was ever ready. */
class FirstStartIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void shouldTryAgainWhereThePortOfTheRunBeforeIsStillInUse() throws Exception {
    SupervisedProcess child = child(2, "java.net.BindException: Address already in use");
    child.start();
    try {
      child.awaitReady(LIMIT);
      assertThat(Files.size(tries())).isEqualTo(3);
    } finally {
      child.stop();
    }
  }

  @Test
  void shouldGiveUpWhereThePortStaysInUse() {
    SupervisedProcess child = child(99, "Port already bound: 8180");
    child.start();
    try {
      assertThatThrownBy(() -> child.awaitReady(LIMIT))
          .isInstanceOf(ProcessFailedException.class)
          .hasMessageContaining("Port already bound: 8180");
      assertThat(tries()).hasSize(3);
    } finally {
      child.stop();
    }
  }

  @Test
  void shouldGiveUpAtOnceForAnyOtherReason() {
    SupervisedProcess child = child(99, "No space left on device");
    child.start();
    try {
      assertThatThrownBy(() -> child.awaitReady(LIMIT))
          .isInstanceOf(ProcessFailedException.class)
          .hasMessageContaining("No space left on device");
      assertThat(tries()).hasSize(1);
    } finally {
      child.stop();
    }
  }

  private Path tries() {
    return folder.resolve("tries");
  }

  private SupervisedProcess child(int failures, String lastWords) {
    JavaCommand command =
        new JavaCommand(
            List.of("-Xmx32m"),
            System.getProperty("java.class.path"),
            UnluckyProgram.class.getName(),
            List.of(tries().toString(), String.valueOf(failures), lastWords));
    return new SupervisedProcess(
        new ChildSpec("unlucky", command, Map.of(), folder, folder.resolve("unlucky.log")),
        () -> Files.exists(tries()) && Files.size(tries()) > failures,
        ProcessListener.SILENT);
  }
}
