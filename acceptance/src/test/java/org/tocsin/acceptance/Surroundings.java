package org.tocsin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real input and the standards' own schemas, which lie beside some checkouts and not in the
 * repository.
 */
final class Surroundings {
  private Surroundings() {}

  static Optional<Path> corpus(String format) {
    return find("corpus/" + format);
  }

  static Optional<Path> schemas(String standard) {
    return find("schemas/" + standard);
  }

  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> find(String path) {
    Path folder = Launcher.repository();
    while (folder != null) {
      Path candidate = folder.resolve("shared").resolve(path);
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}
