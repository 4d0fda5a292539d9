package org.tocsin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this node reads besides the formats that everybody knows.
 *
 * @param mappings folder of the operator's own mappings of lists and tables; empty, the default,
 *     for none
 */
@ConfigurationProperties("tocsin.formats")
record FormatProperties(@DefaultValue("") String mappings) {
  /**
   * The files of the folder by name; none where there is no folder.
   *
   * @throws UncheckedIOException where the folder or a file in it cannot be read
   */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    if (!mappings.isBlank()) {
      Path folder = Path.of(mappings.strip());
      try (Stream<Path> found = Files.list(folder)) {
        for (Path file : found.toList()) {
          String name = String.valueOf(file.getFileName());
          if (isRead(name)) {
            files.put(name, Files.readString(file));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the folder of mappings " + folder + " cannot be read", e);
      }
    }
    return files;
  }

  private static boolean isRead(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.equals("benign.txt");
  }
}
