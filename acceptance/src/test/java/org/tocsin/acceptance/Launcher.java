package org.tocsin.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./tocsin} as a user does, with a home and a port of its own. */
final class Launcher {
  private static final Duration LIMIT = Duration.ofMinutes(6);

  private final Path home;
  private final int port;

  Launcher(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  /**
   * What a command printed, and how it ended.
   *
   * @param exit its exit code
   * @param output standard output and error together
   */
  record Result(int exit, String output) {}

  Path home() {
    return home;
  }

  int port() {
    return port;
  }

  Result run(String... arguments) {
    List<String> command = new ArrayList<>(List.of(repository().resolve("tocsin").toString()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(home);
      Path output = Files.createTempFile(home, "command", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("TOCSIN_HOME", home.toString());
      builder.environment().put("TOCSIN_PORT", Integer.toString(port));
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running after " + LIMIT + ": " + command);
      }
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      return new Result(process.exitValue(), printed);
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(folder.resolve("tocsin"))
        || Files.isDirectory(folder.resolve("tocsin"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not inside the repository");
      }
    }
    return folder;
  }
}
