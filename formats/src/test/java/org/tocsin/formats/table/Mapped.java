package org.tocsin.formats.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.formats.Sample;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.stix.StixObject;

/** Formats made of mappings, for tests. */
final class Mapped {
  /** Those that come with Tocsin. */
  static final List<TableFormat> SHIPPED =
      TableFormats.all(Map.of(), Set.of(), WarningList.shipped());

  private Mapped() {}

  static TableFormat named(String name) {
    return SHIPPED.stream().filter(format -> format.name().equals(name)).findFirst().orElseThrow();
  }

  /** The format a mapping describes. */
  static TableFormat of(String yaml) {
    return new TableFormat(MappingReader.read("test.yaml", yaml), WarningList.shipped());
  }

  static Sample sample(String name, byte[] head) {
    return new Sample(name, null, head);
  }

  /** What is seen, as {@code type value}, without the observed-data. */
  static List<String> seen(Submitted submitted) {
    return submitted.objects().stream()
        .filter(object -> !object.type().equals("observed-data"))
        .map(object -> object.type() + " " + what(object))
        .toList();
  }

  private static String what(StixObject object) {
    return object
        .text("value")
        .or(() -> object.text("name"))
        .orElseGet(() ->
            String.valueOf(
                object.json().has("hashes")
                    ? object.json().get("hashes")
                    : object.json().has("number")
                        ? object.json().get("number")
                        : object.json().get("dst_port")));
  }
}
