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
import org.tocsin.formats.benign.Widest;

/**
 * What this node reads besides the formats that everybody knows.
 *
 * @param mappings folder of the operator's own mappings of lists and tables; empty, the default,
 *     for none
 * @param warningList file of what never becomes an indicator; empty, the default, for the {@code
 *     benign.txt} in that folder, or else what comes with Tocsin
 * @param widestIpv4 the shortest prefix of IPv4 that an indicator may have
 * @param widestIpv6 the shortest prefix of IPv6 that an indicator may have
 */
@ConfigurationProperties("tocsin.formats")
record FormatProperties(
    @DefaultValue("") String mappings,
    @DefaultValue("") String warningList,
    @DefaultValue("8") int widestIpv4,
    @DefaultValue("16") int widestIpv6) {
  private static final String BENIGN = "benign.txt";

  /**
   * The files of the folder by name, none where there is no folder; the warning list as {@code
   * benign.txt}.
   *
   * @throws UncheckedIOException where one of them cannot be read
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
    if (!warningList.isBlank()) {
      files.put(BENIGN, read(Path.of(warningList.strip())));
    }
    return files;
  }

  /** The widest networks that can be indicators. */
  Widest widest() {
    return new Widest(widestIpv4, widestIpv6);
  }

  private static String read(Path list) {
    try {
      return Files.readString(list);
    } catch (IOException e) {
      throw new UncheckedIOException("the warning list " + list + " cannot be read", e);
    }
  }

  private static boolean isRead(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.equals(BENIGN);
  }
}
