package org.tocsin.engines.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Which process listens on a TCP port: from {@code /proc} on Linux, from {@code lsof} elsewhere.
 * The system tells only about processes of the same user, unless root asks.
 */
public final class PortOwner {

  private static final String LISTENING = "0A";

  private PortOwner() {}

  /**
   * The process that listens on the port.
   *
   * @param port 1 to 65535
   * @return its process id; empty when nobody listens or the system does not tell
   */
  public static OptionalLong pid(int port) {
    try {
      return Files.isReadable(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port);
    } catch (IOException | UncheckedIOException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * The owner in words, such as {@code process 4711 (/usr/bin/java)}.
   *
   * @param port 1 to 65535
   */
  public static String describe(int port) {
    OptionalLong pid = pid(port);
    if (pid.isEmpty()) {
      return "another process (the system does not tell which)";
    }
    Optional<String> command =
        ProcessHandle.of(pid.getAsLong()).flatMap(process -> process.info().commandLine());
    return "process "
        + pid.getAsLong()
        + command.map(line -> " (" + shorten(line) + ")").orElse("");
  }

  private static String shorten(String commandLine) {
    return commandLine.length() > 120 ? commandLine.substring(0, 117) + "..." : commandLine;
  }

  private static OptionalLong fromProc(int port) throws IOException {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (Files.isReadable(Path.of(table))) {
        sockets.addAll(listeningSockets(Path.of(table), port));
      }
    }
    if (sockets.isEmpty()) {
      return OptionalLong.empty();
    }
    return ProcessHandle.allProcesses()
        .mapToLong(ProcessHandle::pid)
        .filter(pid -> holdsOneOf(pid, sockets))
        .findFirst();
  }

  /**
   * Columns of the table: slot, local address:port in hexadecimal, remote, state, ..., inode
   * (10th).
   */
  private static Set<String> listeningSockets(Path table, int port) throws IOException {
    String end = String.format(Locale.ROOT, ":%04X", port);
    Set<String> sockets = new HashSet<>();
    for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
      String[] columns = line.strip().split("\\s+", -1);
      if (columns.length > 9 && columns[1].endsWith(end) && columns[3].equals(LISTENING)) {
        sockets.add("socket:[" + columns[9] + "]");
      }
    }
    return sockets;
  }

  private static boolean holdsOneOf(long pid, Set<String> sockets) {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return open.anyMatch(file -> pointsToOneOf(file, sockets));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static boolean pointsToOneOf(Path file, Set<String> sockets) {
    try {
      return sockets.contains(Files.readSymbolicLink(file).toString());
    } catch (IOException e) {
      return false;
    }
  }

  private static OptionalLong fromLsof(int port) throws IOException {
    Process lsof =
        new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    try {
      if (!lsof.waitFor(5, TimeUnit.SECONDS)) {
        lsof.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer
        .lines()
        .filter(line -> line.matches("\\d+"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }
}
