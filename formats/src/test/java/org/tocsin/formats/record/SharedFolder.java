package org.tocsin.formats.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Input and schemas of others that may lie beside the repository; they are no part of it. */
public final class SharedFolder {
  private SharedFolder() {}

  /** A folder below {@code shared}, looked for in every folder above the working directory. */
  public static Optional<Path> find(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared").resolve(name);
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
