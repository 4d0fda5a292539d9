package org.tocsin.formats.mail.xarf;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The fields of an X-ARF report: names and values, as lines of YAML or as a JSON object. Real ones
 * are often no valid YAML, so it is read line by line; what is nested or spans lines is no field.
 */
final class FlatReport {
  private static final int MAX_FIELDS = 200;
  private static final int MAX_LENGTH = 256 * 1024;

  private record Field(String name, String value) {}

  private final Map<String, Field> fields = new LinkedHashMap<>();

  private FlatReport() {}

  /** Reads a report; empty where the text holds no fields. */
  static Optional<FlatReport> parse(String text) {
    FlatReport report = new FlatReport();
    String stripped = text.strip();
    if (stripped.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if (stripped.startsWith("{")) {
      report.readJson(stripped);
    } else {
      stripped.lines().forEach(report::readLine);
    }
    return report.fields.isEmpty() ? Optional.empty() : Optional.of(report);
  }

  /** The value of a field, whatever the case of its name; null where it is missing or empty. */
  @Nullable String get(String name) {
    Field field = fields.get(name.toLowerCase(Locale.ROOT));
    return field == null || field.value().isEmpty() ? null : field.value();
  }

  /** All fields, by the names they have in the report. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    fields.values().forEach(field -> all.put(field.name(), field.value()));
    return all;
  }

  private void readJson(String text) {
    try {
      JsonNode json = StixJson.MAPPER.readTree(text);
      json.properties().stream()
          .filter(property -> property.getValue().isValueNode())
          .forEach(property -> add(property.getKey(), property.getValue().asString()));
    } catch (JacksonException e) {
      fields.clear();
    }
  }

  private void readLine(String line) {
    int colon = line.indexOf(':');
    boolean named = colon > 0 && !Character.isWhitespace(line.charAt(0)) && line.charAt(0) != '#';
    if (named && line.substring(0, colon).strip().indexOf(' ') < 0) {
      add(line.substring(0, colon).strip(), unquoted(line.substring(colon + 1).strip()));
    }
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private void add(String name, String value) {
    if (fields.size() < MAX_FIELDS && name.length() <= 100) {
      fields.putIfAbsent(name.toLowerCase(Locale.ROOT), new Field(name, value));
    }
  }
}
