package org.tocsin.model.subscription;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.warning.Observable;
import tools.jackson.databind.JsonNode;

/** Takes out of STIX, and of what a warning tells readers to look for, what filters look at. */
final class Told {
  private static final Set<String> LEFT_OUT = Set.of("id", "type", "spec_version", "extensions");
  private static final int DEEPEST = 4;
  private static final int COUNTRY = 2;

  private final Set<String> ips = new HashSet<>();
  private final Set<Long> asns = new HashSet<>();
  private final Set<String> domains = new HashSet<>();
  private final Set<String> countries = new HashSet<>();
  private final List<String> products = new ArrayList<>();
  private final Set<PatternValue> values = new HashSet<>();
  private @Nullable Integer confidence;

  Concerned concerned() {
    return new Concerned(ips, asns, domains, countries);
  }

  List<String> products() {
    return products;
  }

  Set<PatternValue> values() {
    return values;
  }

  @Nullable Integer confidence() {
    return confidence;
  }

  void take(Observable observable) {
    values.add(PatternValue.of(observable.kind().path(), observable.value()));
    switch (observable.kind()) {
      case IPV4_ADDR, IPV6_ADDR -> ips.add(observable.value());
      case DOMAIN_NAME -> domain(observable.value());
      case URL, EMAIL_ADDR, MD5, SHA_1, SHA_256 -> {
        // Looked for as they are.
      }
    }
  }

  void take(StixObject object) {
    switch (object.type()) {
      case "observed-data" -> observed(object.json());
      case "location" -> object.text("country").ifPresent(this::country);
      case "ipv4-addr", "ipv6-addr" -> object.text("value").ifPresent(ips::add);
      case "domain-name" -> object.text("value").ifPresent(this::domain);
      case "autonomous-system" -> number(object.json().path("number"));
      case "software" -> software(object);
      case "vulnerability" -> object.text("name").ifPresent(products::add);
      default -> {
        // Others are found by their values alone.
      }
    }
    if (!object.type().equals("observed-data")) {
      values(object.type() + ":", object.json(), 0);
    }
  }

  private void observed(JsonNode observed) {
    JsonNode sure = observed.path("confidence");
    if (sure.isIntegralNumber()) {
      confidence = sure.intValue();
    }
    for (JsonNode code :
        observed.path("extensions").path(TocsinExtension.ID).path(TocsinExtension.COUNTRIES)) {
      if (code.isString()) {
        country(code.stringValue());
      }
    }
  }

  private void software(StixObject software) {
    software.text("cpe").ifPresent(products::add);
    String name =
        String.join(
            " ",
            software.text("vendor").orElse(""),
            software.text("name").orElse(""),
            software.text("version").orElse(""));
    products.add(name.strip());
  }

  /** RFC 6793: 32 bits. */
  private void number(JsonNode number) {
    if (number.isIntegralNumber() && number.canConvertToLong() && number.longValue() >= 0) {
      asns.add(number.longValue());
    }
  }

  private void domain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    domains.add(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
  }

  private void country(String code) {
    if (code.length() == COUNTRY) {
      countries.add(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Every text and whole number under its object path (STIX 2.1 section 9.7). */
  private void values(String path, JsonNode node, int depth) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      boolean leftOut = depth == 0 && LEFT_OUT.contains(entry.getKey());
      if (!leftOut && depth < DEEPEST) {
        JsonNode value = entry.getValue();
        String at = path + entry.getKey();
        if (value.isString() || value.isIntegralNumber()) {
          values.add(PatternValue.of(at, value.asString()));
        } else if (value.isObject()) {
          values(at + ".", value, depth + 1);
        }
      }
    }
  }
}
