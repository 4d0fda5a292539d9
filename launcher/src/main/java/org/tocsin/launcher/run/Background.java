package org.tocsin.launcher.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code tocsin up} in a session of its own, and waits until it is ready or gives up. */
public final class Background {

  /** Deaf to the terminal's Ctrl-C and hang-up, and in a session of its own where that exists. */
  private static final String DETACH =
      "trap '' INT HUP; if command -v setsid >/dev/null; then exec setsid \"$0\" \"$@\"; fi; exec \"$0\" \"$@\"";

  private Background() {}

  /**
   * Starts it and shows its progress.
   *
   * @return exit code: 0 when everything answers
   * @throws LauncherException when it cannot even be tried
   */
  public static int start(Home home, Settings settings, Screen screen)
      throws IOException, InterruptedException {
    if (RunState.running(home).filter(RunState::ready).isPresent()) {
      screen.line("Tocsin already runs in " + home.folder() + ": ./tocsin status");
      return 0;
    }
    settings.requireFreePort();
    Path log = home.log("launcher");
    Files.createDirectories(log.getParent());
    long shown = Files.exists(log) ? Files.size(log) : 0;
    Process supervisor = detach(log);
    while (true) {
      boolean ended = supervisor.waitFor(200, TimeUnit.MILLISECONDS);
      boolean ready = isReady(home, supervisor);
      shown = show(log, shown, screen);
      if (ended) {
        screen.line("Tocsin did not start; all logs are in " + log.getParent());
        return Math.max(1, supervisor.exitValue());
      }
      if (ready) {
        screen.line("It runs in the background; ./tocsin down stops it.");
        return 0;
      }
    }
  }

  private static boolean isReady(Home home, Process supervisor) {
    return RunState.running(home)
        .filter(state -> state.supervisor().pid() == supervisor.pid())
        .filter(RunState::ready)
        .isPresent();
  }

  private static Process detach(Path log) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", DETACH));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-Dtocsin.root=" + System.getProperty("tocsin.root", ""),
            "-Dtocsin.app=" + System.getProperty("tocsin.app", ""),
            "-cp",
            System.getProperty("java.class.path"),
            "org.tocsin.launcher.Tocsin",
            "up"));
    return new ProcessBuilder(command)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Shows what was written since; returns the new end. */
  private static long show(Path log, long from, Screen screen) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] fresh = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(fresh);
      String text = new String(fresh, StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n') + 1;
      text.substring(0, end)
          .lines()
          .filter(line -> !line.startsWith("Ctrl-C"))
          .forEach(screen::line);
      return from + text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }
  }
}
