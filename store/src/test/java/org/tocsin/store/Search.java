package org.tocsin.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.store.ObservationQuery.Order;

/** Searches as the API writes them, such as {@code type=c2-server&country=FR}. */
final class Search {
  private static final int LIMIT = 100;

  private final Map<String, String> parameters = new HashMap<>();

  private Search(String parametersAsText) {
    for (String parameter : parametersAsText.split("&")) {
      int equals = parameter.indexOf('=');
      parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
    }
  }

  /** The search those parameters stand for; the first page in the order of visibility. */
  static ObservationQuery of(String parameters) {
    return new Search(parameters).query();
  }

  private ObservationQuery query() {
    String asn = parameters.get("asn");
    return new ObservationQuery(
        parameters.get("q"),
        parameters.get("type"),
        parameters.get("ip"),
        asn == null ? null : Long.valueOf(asn),
        parameters.get("domain"),
        parameters.get("url"),
        parameters.get("hash"),
        parameters.get("country"),
        parameters.get("provider"),
        parameters.containsKey("listed") ? Boolean.valueOf(parameters.get("listed")) : null,
        time("from"),
        time("to"),
        Order.ADDED,
        null,
        LIMIT);
  }

  private @Nullable Instant time(String name) {
    String text = parameters.get(name);
    return text == null ? null : Instant.parse(text);
  }
}
