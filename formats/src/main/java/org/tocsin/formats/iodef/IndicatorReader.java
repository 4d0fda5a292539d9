package org.tocsin.formats.iodef;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.markup.Element;
import org.tocsin.formats.sco.EmailAddress;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.Side;

/** Observables outside of flows: indicators of version 2, files, and the sites of a phish. */
final class IndicatorReader {
  private static final int MOST_OF_A_LIST = 1_000;

  private final ScoSet scos;
  private final SystemReader systems;

  IndicatorReader(ScoSet scos, SystemReader systems) {
    this.scos = scos;
    this.systems = systems;
  }

  /** Adds everything to the set; answers the ids of addresses, names, URLs and systems. */
  Set<String> read(Element incident, Set<String> skipped) {
    Side others = new Side(scos);
    for (Element observable : incident.descendants(Set.of("Observable"), skipped)) {
      for (Element address : observable.children("Address")) {
        systems.address(address, others, others);
      }
    }
    for (Element list : incident.descendants(Set.of("BulkObservable"), skipped)) {
      bulk(list, others);
    }
    for (Element domain : incident.descendants(Set.of("DomainData"), skipped)) {
      others.name(domain.childText("Name"));
    }
    for (Element site : incident.descendants(Set.of("SiteURL"), skipped)) {
      others.url(site.text().replace(" ", ""));
    }
    for (Element from : incident.descendants(Set.of("EmailFrom"), skipped)) {
      EmailAddress.parse(from.text()).ifPresent(scos::emailAddress);
    }
    for (Element file : incident.descendants(Set.of("HashData"), skipped)) {
      file(file);
    }
    return others.own();
  }

  /** RFC 7970 section 3.29.3.1: one value a line, by the kind the list has. */
  private void bulk(Element list, Side others) {
    String type = String.valueOf(list.attribute("type"));
    String values = list.childText("BulkObservableList");
    if (values == null) {
      return;
    }
    for (String value : values.split("[\\s,]+", MOST_OF_A_LIST)) {
      switch (type) {
        case "asn" -> others.autonomousSystem(null, value);
        case "e-mail" -> EmailAddress.parse(value).ifPresent(scos::emailAddress);
        case "site-uri", "url" -> others.url(value);
        case "ipv4-net-mask" -> others.address(SystemReader.withPrefix(value));
        case "md5", "sha1", "sha256", "sha512", "file-hash" -> hash(type, value);
        default -> addressOrName(value, others);
      }
    }
  }

  private static void addressOrName(String value, Side others) {
    if (others.address(value) == null) {
      others.name(value);
    }
  }

  private void hash(String algorithm, String digits) {
    Hashes hashes = new Hashes();
    add(algorithm, digits, hashes);
    if (!hashes.isEmpty()) {
      scos.file(hashes);
    }
  }

  /** Of one file, however many hashes. */
  private void file(Element data) {
    Hashes hashes = new Hashes();
    for (Element hash : data.children("Hash")) {
      Element method = hash.child("DigestMethod");
      String value = hash.childText("DigestValue");
      String name = method == null ? null : method.attribute("Algorithm");
      String algorithm = name == null && method != null ? method.text() : name;
      if (algorithm != null && value != null) {
        add(
            algorithm.substring(
                1 + Math.max(algorithm.lastIndexOf('#'), algorithm.lastIndexOf('/'))),
            value,
            hashes);
      }
    }
    if (!hashes.isEmpty()) {
      scos.file(hashes);
    }
  }

  /** Digests of XML signatures are base64; many write hex all the same. */
  private static void add(String algorithm, String value, Hashes hashes) {
    Hashes.Algorithm kind = algorithm(algorithm);
    if (kind != null && !hashes.add(kind, value)) {
      hex(value).ifPresent(digits -> hashes.add(kind, digits));
    }
  }

  private static Hashes.@Nullable Algorithm algorithm(String name) {
    return switch (name.toLowerCase(Locale.ROOT).replace("-", "")) {
      case "md5" -> Hashes.Algorithm.MD5;
      case "sha1" -> Hashes.Algorithm.SHA_1;
      case "sha256" -> Hashes.Algorithm.SHA_256;
      case "sha512" -> Hashes.Algorithm.SHA_512;
      default -> null;
    };
  }

  private static Optional<String> hex(String base64) {
    try {
      return Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(base64)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
