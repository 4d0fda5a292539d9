package org.tocsin.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalLong;
import org.tocsin.engines.process.ProcessFailedException;

/** The memory of the machine, asked before an engine dies of the lack of it. */
final class Memory {

  private static final Path MEMINFO = Path.of("/proc/meminfo");

  private Memory() {}

  /**
   * Refuses when the system says that there is not enough. Only Linux says; elsewhere nothing is
   * refused.
   */
  static void require(Collection<EngineKind> kinds) {
    long needed = kinds.stream().mapToLong(EngineKind::mebibytes).sum();
    OptionalLong available = availableMebibytes();
    if (available.isPresent() && available.getAsLong() < needed) {
      throw new ProcessFailedException(
          "%d MiB of memory are free, but %s need about %d MiB: stop other programs first"
              .formatted(available.getAsLong(), kinds, needed));
    }
  }

  private static OptionalLong availableMebibytes() {
    try {
      return Files.readAllLines(MEMINFO, StandardCharsets.US_ASCII).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
