package org.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tocsin.engines.port.LoopbackPort;
import org.tocsin.engines.server.ServerFiles;

/** One Tocsin through its life, as the commands see it, with a stand-in for the platform. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {

  private static final Path HOME = Path.of("target", "launcher-it").toAbsolutePath();
  private static final int PORT = LoopbackPort.anyFree();

  private record Outcome(int code, String text) {}

  @BeforeAll
  static void layOut() throws IOException {
    Files.createDirectories(HOME);
    StandInPlatform.writeTo(HOME.resolve("stand-in.jar"));
  }

  @AfterAll
  static void leaveNothing() throws Exception {
    run("down");
  }

  @Test
  @Order(1)
  void shouldSayThatNothingRuns() throws Exception {
    assertThat(run("status").code()).isEqualTo(1);
    assertThat(run("down").code()).isZero();
    assertThat(run("token", "analyst").text()).contains("./tocsin up");
  }

  @Test
  @Order(2)
  void shouldNameOwnerOfTakenPort() throws Exception {
    try (ServerSocket holder = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) {
      Outcome up = run("up", "-d");

      assertThat(holder.isBound()).isTrue();
      assertThat(up.code()).isEqualTo(1);
      assertThat(up.text()).contains("port " + PORT + " is taken by process");
    }
  }

  @Test
  @Order(3)
  void shouldStartInBackground() throws Exception {
    long begun = System.nanoTime();
    Outcome up = run("up", "-d");
    System.out.println("[launcher] up -d took " + seconds(begun) + " s\n" + up.text());

    assertThat(up.code()).as(up.text()).isZero();
    assertThat(up.text()).contains("http://127.0.0.1:" + PORT).contains("focal-fr");
    assertThat(run("status").code()).isZero();
    assertThat(run("up", "-d").text()).contains("already runs");
    assertThat(run("logs", "kafka").text()).contains("kafka.log");
  }

  @Test
  @Order(4)
  void shouldPrintTokenAlone() throws Exception {
    assertThat(run("token", "analyst").text().strip()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    assertThat(run("token", "nobody").code()).isEqualTo(1);
  }

  @Test
  @Order(5)
  void shouldShowAccountOfWhatWasSubmitted() throws Exception {
    Path good = Files.writeString(HOME.resolve("good.csv"), "ip\n192.0.2.1\n");
    Path bad = Files.writeString(HOME.resolve("bad.csv"), "reject\n");

    Outcome clean = run("submit", "--wait", good.toString());
    Outcome rejected = run("submit", "--wait", good.toString(), bad.toString());

    assertThat(clean.code()).as(clean.text()).isZero();
    assertThat(clean.text()).contains("receipt good").contains("observed");
    assertThat(rejected.code()).isEqualTo(1);
    assertThat(rejected.text()).contains("total");
    assertThat(run("submit", "no-such-file").code()).isEqualTo(1);
  }

  @Test
  @Order(6)
  void shouldRebuildFromRunningKafka() throws Exception {
    Outcome rebuild = run("rebuild", "observations");

    assertThat(rebuild.code()).isZero();
    assertThat(rebuild.text()).contains("rebuilt from 127.0.0.1:");
  }

  @Test
  @Order(7)
  void shouldStartPlatformAgainWhenItIsKilled() throws Exception {
    ProcessHandle platform = children("tocsin-platform.jar").getFirst();

    platform.destroyForcibly();

    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !platform.isAlive());
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> run("status").code() == 0);
  }

  @Test
  @Order(8)
  void shouldLeaveNoProcessWhenTakenDown() throws Exception {
    assertThat(children(HOME.toString())).hasSizeGreaterThanOrEqualTo(4);

    Outcome down = run("down");

    assertThat(down.code()).isZero();
    assertThat(children(HOME.toString())).isEmpty();
    assertThat(run("status").code()).isEqualTo(1);
  }

  @Test
  @Order(9)
  void shouldLeaveNoProcessWhenForegroundIsInterrupted() throws Exception {
    long begun = System.nanoTime();
    Process up = start(HOME.resolve("up.txt"), "up");
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> Files.readString(HOME.resolve("up.txt")).contains("Ctrl-C stops it"));
      System.out.println("[launcher] second up took " + seconds(begun) + " s");

      new ProcessBuilder("/bin/kill", "-INT", Long.toString(up.pid())).start().waitFor();

      assertThat(up.waitFor(40, TimeUnit.SECONDS)).isTrue();
      assertThat(children(HOME.toString())).isEmpty();
    } finally {
      up.destroyForcibly();
    }
  }

  @Test
  @Order(10)
  void shouldLeaveNoProcessWhenSupervisorIsKilled() throws Exception {
    Process up = start(HOME.resolve("up2.txt"), "up");
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> Files.readString(HOME.resolve("up2.txt")).contains("Ctrl-C stops it"));
    } finally {
      up.destroyForcibly().waitFor();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> children(HOME.toString()).isEmpty());
    assertThat(run("down").code()).isZero();
  }

  private static List<ProcessHandle> children(String word) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process ->
            process.info().commandLine().orElse("").contains("-javaagent:" + HOME)
                && process.info().commandLine().orElse("").contains(word))
        .toList();
  }

  private static Outcome run(String... arguments) throws Exception {
    Path output = Files.createTempFile(HOME, "output", ".txt");
    Process process = start(output, arguments);
    try {
      boolean ended = process.waitFor(4, TimeUnit.MINUTES);
      assertThat(ended).as("%s ends", List.of(arguments)).isTrue();
      return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }

  private static Process start(Path output, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtocsin.root=" + ServerFiles.find().root(),
                "-Dtocsin.app=" + HOME.resolve("stand-in.jar"),
                "-cp",
                System.getProperty("java.class.path"),
                Tocsin.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("TOCSIN_HOME", HOME.toString());
    builder.environment().put("TOCSIN_PORT", Integer.toString(PORT));
    return builder.start();
  }

  private static long seconds(long begun) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
  }
}
