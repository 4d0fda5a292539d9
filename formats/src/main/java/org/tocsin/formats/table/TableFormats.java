package org.tocsin.formats.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The formats that mappings describe: those that come with Tocsin, and an operator's own. */
public final class TableFormats {
  private static final String INDEX = "mappings.txt";
  private static final String BENIGN = "benign.txt";

  private TableFormats() {}

  /**
   * All of them, the more special before the more general.
   *
   * @param files an operator's own mappings, by file name, and perhaps {@code benign.txt}, values
   *     that no list may list
   * @param taken names of other formats
   * @throws FaultyMappingException where a mapping cannot be used, or its name is taken
   */
  public static List<TableFormat> all(Map<String, String> files, Set<String> taken) {
    List<TableMapping> mappings = new ArrayList<>();
    Set<String> names = new HashSet<>(taken);
    String benign = files.get(BENIGN);
    WarningList warnings =
        benign == null ? WarningList.shipped() : WarningList.of(BENIGN, benign.lines().toList());
    new TreeMap<>(files)
        .forEach((file, text) -> {
          if (!file.equals(BENIGN)) {
            add(mappings, names, file, MappingReader.read(file, text));
          }
        });
    for (String file : resource(INDEX).lines().map(String::strip).toList()) {
      if (!file.isEmpty() && !file.startsWith("#")) {
        add(mappings, names, file, MappingReader.read(file, resource(file)));
      }
    }
    return mappings.stream().map(mapping -> new TableFormat(mapping, warnings)).toList();
  }

  private static void add(
      List<TableMapping> mappings, Set<String> names, String file, TableMapping mapping) {
    if (!names.add(mapping.name())) {
      throw new FaultyMappingException(file, "name", "another format has this name already");
    }
    mappings.add(mapping);
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
