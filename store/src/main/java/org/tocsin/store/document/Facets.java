package org.tocsin.store.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.stix.UrlText;
import tools.jackson.databind.JsonNode;

/** What an observation can be found by, taken out of its STIX. */
final class Facets {
  private static final int LONGEST_COUNTRY = 2;

  private final Set<String> ip = new TreeSet<>();
  private final Set<Long> asn = new TreeSet<>();
  private final Set<String> domain = new TreeSet<>();
  private final Set<String> url = new TreeSet<>();
  private final Set<String> hash = new TreeSet<>();
  private final Set<String> email = new TreeSet<>();
  private final Set<String> country = new TreeSet<>();

  Facets(List<StixObject> objects) {
    objects.forEach(this::take);
  }

  /** Of what of the net something tells about. */
  static Facets of(Concerned concerned) {
    Facets facets = new Facets(List.of());
    concerned.ips().forEach(value -> IpText.address(value).ifPresent(facets.ip::add));
    facets.asn.addAll(concerned.asns());
    concerned.domains().forEach(facets::domain);
    concerned.countries().forEach(facets::country);
    return facets;
  }

  void write(JsonText json) {
    json.texts("ip", ip)
        .numbers("asn", asn)
        .texts("domain", domain)
        .texts("url", url)
        .texts("hash", hash)
        .texts("country", country);
  }

  /** Writes those of objects that are personal. */
  void writePersonal(JsonText json) {
    json.texts("email", email).texts("hash", hash);
  }

  /** Writes what of the net it tells about, which sharing depends on. */
  void writeConcerned(JsonText json) {
    json.texts("ip", ip).numbers("asn", asn).texts("domain", domain).texts("country", country);
  }

  /** What of the net the observation tells about. */
  Concerned concerned() {
    return new Concerned(ip, asn, domain, country);
  }

  private void take(StixObject object) {
    switch (object.type()) {
      case "observed-data" -> countries(object);
      case "ipv4-addr", "ipv6-addr" ->
          value(object, value -> IpText.address(value).ifPresent(ip::add));
      case "autonomous-system" -> number(object);
      case "domain-name" -> value(object, this::domain);
      case "url" -> value(object, this::url);
      case "email-addr" -> value(object, value -> email.add(value.toLowerCase(Locale.ROOT)));
      case "file", "artifact", "x509-certificate" -> hashes(object);
      case "location" -> object.text("country").ifPresent(this::country);
      default -> {
        // Other types are found by their words.
      }
    }
  }

  /** As it came, and in its one spelling: STIX comes in any. */
  private void url(String value) {
    url.add(value);
    UrlText.plain(value).ifPresent(url::add);
  }

  private static void value(StixObject object, Consumer<String> taker) {
    object.text("value").filter(value -> !value.isBlank()).ifPresent(taker);
  }

  /** RFC 6793: 32 bits. */
  private void number(StixObject object) {
    JsonNode number = object.json().path("number");
    if (number.isIntegralNumber() && number.canConvertToLong() && number.longValue() >= 0) {
      asn.add(number.longValue());
    }
  }

  /** The name and everything above it, so that looking for a domain finds what lies below. */
  private void domain(String name) {
    String rest = DomainText.plain(name);
    while (!rest.isEmpty()) {
      domain.add(rest);
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
  }

  private void hashes(StixObject object) {
    for (JsonNode hashValue : object.json().path("hashes")) {
      if (hashValue.isString() && !hashValue.stringValue().isBlank()) {
        hash.add(hashValue.stringValue().toLowerCase(Locale.ROOT));
      }
    }
  }

  private void countries(StixObject object) {
    for (JsonNode code :
        object.json().path("extensions").path(TocsinExtension.ID).path(TocsinExtension.COUNTRIES)) {
      if (code.isString()) {
        country(code.stringValue());
      }
    }
  }

  private void country(String code) {
    if (code.length() == LONGEST_COUNTRY) {
      country.add(code.toUpperCase(Locale.ROOT));
    }
  }
}
