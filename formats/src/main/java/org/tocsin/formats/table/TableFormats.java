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
import org.tocsin.formats.benign.WarningList;

/** The formats that mappings describe: those that come with Tocsin, and an operator's own. */
public final class TableFormats {
  private static final String INDEX = "mappings.txt";

  private TableFormats() {}

  /**
   * All of them, the more special before the more general.
   *
   * @param files an operator's own mappings, by file name
   * @param taken names of other formats
   * @param warnings what no list of bad things may list
   * @throws FaultyMappingException where a mapping cannot be used, or its name is taken
   */
  public static List<TableFormat> all(
      Map<String, String> files, Set<String> taken, WarningList warnings) {
    List<TableMapping> mappings = new ArrayList<>();
    Set<String> names = new HashSet<>(taken);
    new TreeMap<>(files)
        .forEach((file, text) -> add(mappings, names, file, MappingReader.read(file, text)));
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
