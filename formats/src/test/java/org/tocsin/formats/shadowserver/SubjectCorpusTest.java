package org.tocsin.formats.shadowserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.Placed;
import org.tocsin.formats.record.SharedFolder;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.stix.StixJson;
import tools.jackson.databind.JsonNode;

/** Shadowserver's own mapping to CEF says which column is the source of each of its reports. */
class SubjectCorpusTest {
  /** The victims of an attack, who are its target; here whoever sent the packets counts. */
  private static final String VICTIMS = "event4_honeypot_ddos_target";

  private static final ShadowserverFormat FORMAT = new ShadowserverFormat();

  @Test
  void shouldBeWhatShadowserverCallsTheSource() throws IOException {
    Optional<Path> found = SharedFolder.find("corpus/shadowserver/schema");
    assumeTrue(found.isPresent(), "skipped: no shared/corpus/shadowserver above this folder");
    JsonNode reports = read(found.get().resolve("reports.json"));
    JsonNode mappings = read(found.get().resolve("cef.json"));
    Map<String, String> placed = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    for (String type : reports.propertyNames()) {
      Optional<String> source = source(mappings.path(type).path("map"));
      List<String> columns =
          reports.path(type).path("fields").valueStream().map(JsonNode::stringValue).toList();
      if (!type.equals(VICTIMS) && source.isPresent() && columns.contains(source.get())) {
        expected.put(type, "192.0.2." + (1 + columns.indexOf(source.get())));
        placed.put(type, place(type, columns, false));
        String asn = source.get().replaceFirst("ip$", "asn");
        if (columns.contains(asn)) {
          expected.put(type + " with systems", "AS" + (64501 + columns.indexOf(asn)));
          placed.put(type + " with systems", place(type, columns, true));
        }
      }
    }
    assertThat(placed).hasSizeGreaterThan(200).isEqualTo(expected);
  }

  private static Optional<String> source(JsonNode mapping) {
    return mapping.properties().stream()
        .filter(column -> column.getValue().stringValue().equals("src"))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** That of a row that says nothing but addresses, with their systems or without. */
  private static String place(String type, List<String> columns, boolean systems) {
    Map<String, String> row =
        columns.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    column -> value(column, columns.indexOf(column), systems),
                    (one, other) -> one,
                    LinkedHashMap::new));
    String csv = String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
    return Placed.of(Submitted.of(FORMAT, type + ".csv", csv).observations().getFirst());
  }

  private static String value(String column, int number, boolean systems) {
    if (column.equals("timestamp")) {
      return "2026-11-20 00:00:00";
    }
    if (column.equals("ip") || column.matches("(src|dst|http_referer)_ip")) {
      return "192.0.2." + (1 + number);
    }
    return systems && (column.equals("asn") || column.endsWith("_asn"))
        ? String.valueOf(64501 + number)
        : "";
  }

  private static JsonNode read(Path file) throws IOException {
    return StixJson.MAPPER.readTree(Files.readString(file));
  }
}
