package org.tocsin.web.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.web.search.ObservationParameters;

/**
 * A condition of a search that a person can take away again.
 *
 * @param name the parameter in a word
 * @param value what it must be
 * @param without the query string of the search without it
 */
record Condition(String name, String value, String without) {

  /** The conditions of a search. */
  static List<Condition> of(ObservationParameters given) {
    Map<String, String> all = values(given);
    List<Condition> conditions = new ArrayList<>();
    all.forEach((name, value) -> {
      Map<String, String> others = new LinkedHashMap<>(all);
      others.remove(name);
      conditions.add(new Condition(label(name), value, query(others)));
    });
    return conditions;
  }

  /** The query string of a search from its beginning. */
  static String query(ObservationParameters given) {
    return query(values(given));
  }

  static String query(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> values(ObservationParameters given) {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "q", given.q());
    put(values, "type", given.type());
    put(values, "ip", given.ip());
    put(values, "asn", given.asn());
    put(values, "domain", given.domain());
    put(values, "url", given.url());
    put(values, "hash", given.hash());
    put(values, "country", given.country());
    put(values, "provider", given.provider());
    put(values, "listed", given.listed());
    put(values, "from", given.from());
    put(values, "to", given.to());
    put(values, "order", given.order());
    return values;
  }

  static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      values.put(name, value.strip());
    }
  }

  private static String label(String name) {
    return switch (name) {
      case "q" -> "Words";
      case "ip", "asn", "url" -> name.toUpperCase(Locale.ROOT);
      default -> RsitWords.of(name);
    };
  }
}
