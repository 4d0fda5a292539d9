package org.tocsin.engines.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The output of a child process, kept between runs. */
final class LogFile {

  private static final long LARGE = 20L * 1024 * 1024;
  private static final int TAIL = 64 * 1024;

  private LogFile() {}

  /** Makes the folder, and moves a log of more than 20 MiB aside (one older one is kept). */
  static void prepare(Path log) throws IOException {
    Path folder = log.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (Files.exists(log) && Files.size(log) > LARGE) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last lines, oldest first; empty when there is no log. */
  static List<String> lastLines(Path log, int count) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - TAIL);
      byte[] tail = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(tail);
      List<String> lines = new String(tail, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
