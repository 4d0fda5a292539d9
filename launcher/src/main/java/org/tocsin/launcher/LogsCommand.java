package org.tocsin.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.launcher.run.Home;
import org.tocsin.launcher.run.LauncherException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin logs}: the last lines of every log, or of one. */
@Command(
    name = "logs",
    description = "Shows the last lines of the logs, and where they are.",
    mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "PART",
      description = "kafka, elasticsearch, keycloak, platform or launcher (default: all)")
  private @Nullable String part;

  @Option(
      names = {"-n", "--lines"},
      description = "how many lines of each (default: ${DEFAULT-VALUE})")
  private int lines = 40;

  @Override
  public Integer call() throws Exception {
    Path folder = Home.fromEnvironment().folder().resolve("logs");
    List<Path> logs = logs(folder);
    if (logs.isEmpty()) {
      throw new LauncherException(
          "no log of " + (part == null ? "anything" : part) + " in " + folder);
    }
    for (Path log : logs) {
      System.out.println("==> " + log);
      show(log);
    }
    return 0;
  }

  private List<Path> logs(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .filter(file -> part == null || file.getFileName().toString().equals(part + ".log"))
          .sorted()
          .toList();
    }
  }

  private void show(Path log) throws IOException {
    List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    all.subList(Math.max(0, all.size() - lines), all.size()).forEach(System.out::println);
  }
}
