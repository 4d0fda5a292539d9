package org.tocsin.web.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.store.StoredObservation;
import tools.jackson.databind.JsonNode;

/**
 * Something in an observation that leads to others.
 *
 * @param kind what it is, in a word
 * @param value the value itself
 * @param parameter the search parameter it is looked for with
 */
record Indicator(String kind, String value, String parameter) {

  /** Where everything with this indicator is. */
  public String href() {
    return "/search?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The indicators of an observation, each once; the places, which lead furthest, come last. */
  static List<Indicator> of(StoredObservation observation) {
    Set<Indicator> found = new LinkedHashSet<>();
    observation.objects().forEach(object -> found.addAll(of(object)));
    List<Indicator> indicators = new ArrayList<>(found);
    indicators.sort(Comparator.comparing(indicator -> indicator.parameter().equals("country")));
    return List.copyOf(indicators);
  }

  /** STIX 2.1 section 6: what each kind of object is known by. */
  static List<Indicator> of(StixObject object) {
    return switch (object.type()) {
      case "ipv4-addr", "ipv6-addr" -> value(object, "IP", "ip");
      case "domain-name" -> value(object, "Domain", "domain");
      case "url" -> value(object, "URL", "url");
      case "email-addr" -> value(object, "E-mail", "q");
      case "autonomous-system" ->
          List.of(new Indicator("AS", object.json().path("number").asString(""), "asn"));
      case "file", "x509-certificate", "artifact" -> hashes(object);
      case "observed-data" -> countries(object);
      default -> List.of();
    };
  }

  private static List<Indicator> value(StixObject object, String kind, String parameter) {
    return object.text("value").map(value -> new Indicator(kind, value, parameter)).stream()
        .toList();
  }

  private static List<Indicator> hashes(StixObject object) {
    List<Indicator> hashes = new ArrayList<>();
    object
        .json()
        .path("hashes")
        .properties()
        .forEach(hash -> hashes.add(new Indicator(hash.getKey(), text(hash.getValue()), "hash")));
    return hashes;
  }

  private static List<Indicator> countries(StixObject object) {
    List<Indicator> countries = new ArrayList<>();
    object
        .json()
        .path("extensions")
        .path(TocsinExtension.ID)
        .path(TocsinExtension.COUNTRIES)
        .forEach(country -> countries.add(new Indicator("Country", text(country), "country")));
    return countries;
  }

  private static String text(JsonNode node) {
    return node.asString("");
  }
}
