package org.tocsin.formats.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formats that mappings describe: those that come with Tocsin, and an operator's own. */
public final class TableFormats {
  private static final String INDEX = "mappings.txt";
  private static final String BENIGN = "benign.txt";

  private TableFormats() {}

  /**
   * All of them, the more special before the more general.
   *
   * @param folder holds an operator's own mappings ({@code *.yaml}) and perhaps {@code benign.txt},
   *     values that no list may list; null where there is none
   * @param taken names of other formats
   * @throws FaultyMappingException where a mapping cannot be used, or its name is taken
   * @throws UncheckedIOException where the folder cannot be read
   */
  public static List<TableFormat> all(@Nullable Path folder, Set<String> taken) {
    List<TableMapping> mappings = new ArrayList<>();
    Set<String> names = new HashSet<>(taken);
    WarningList warnings = WarningList.shipped();
    if (folder != null) {
      if (Files.exists(folder.resolve(BENIGN))) {
        warnings = WarningList.of(BENIGN, text(folder.resolve(BENIGN)).lines().toList());
      }
      for (Path file : files(folder)) {
        String name = String.valueOf(file.getFileName());
        add(mappings, names, name, MappingReader.read(name, text(file)));
      }
    }
    for (String file : resource(INDEX).lines().map(String::strip).toList()) {
      if (!file.isEmpty() && !file.startsWith("#")) {
        add(mappings, names, file, MappingReader.read(file, resource(file)));
      }
    }
    WarningList list = warnings;
    return mappings.stream().map(mapping -> new TableFormat(mapping, list)).toList();
  }

  private static void add(
      List<TableMapping> mappings, Set<String> names, String file, TableMapping mapping) {
    if (!names.add(mapping.name())) {
      throw new FaultyMappingException(file, "name", "another format has this name already");
    }
    mappings.add(mapping);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of mappings " + folder + " cannot be read", e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + file + " cannot be read", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = TableFormats.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the mapping " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
