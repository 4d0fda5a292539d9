package org.tocsin.formats.misp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.Asn;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.EmailAddress;
import org.tocsin.formats.sco.FileName;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.MacAddress;
import org.tocsin.formats.sco.MutexName;
import org.tocsin.formats.sco.NetworkTraffic;
import org.tocsin.formats.sco.Port;
import org.tocsin.formats.sco.RegistryKey;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.WebAddress;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gathers the observables that the attributes of one object, or one attribute by itself, tell of.
 * What tells of one file or one domain name goes together. Not thread-safe.
 */
final class Observables {
  private final ScoSet scos;
  private final Hashes hashes = new Hashes();
  private @Nullable String fileName;
  private @Nullable String domain;
  private @Nullable String address;
  private @Nullable Integer port;

  Observables(ScoSet scos) {
    this.scos = scos;
  }

  /** Adds what the attributes tell of. */
  void add(List<Attribute> attributes) {
    attributes.forEach(this::add);
    if (!hashes.isEmpty() || fileName != null) {
      ObjectNode file = JsonNodeFactory.instance.objectNode();
      if (!hashes.isEmpty()) {
        file.set("hashes", hashes.json());
      }
      if (fileName != null) {
        file.put("name", fileName);
      }
      scos.other("file", file);
    }
    if (domain != null && address != null) {
      scos.resolvesTo(domain, address);
    }
    if (address != null && port != null) {
      scos.networkTraffic(
          new NetworkTraffic(null, new NetworkTraffic.End(address, port), List.of("tcp"), null));
    }
  }

  private void add(Attribute attribute) {
    String type = attribute.type();
    String value = attribute.value();
    if (type.startsWith("filename|") || type.equals("malware-sample")) {
      named(attribute.head());
      hash(type.equals("malware-sample") ? "md5" : type.substring(9), attribute.tail());
      return;
    }
    switch (type) {
      case "ip-src", "ip-dst" -> address(value);
      case "ip-src|port", "ip-dst|port" -> {
        address(attribute.head());
        port(attribute.tail());
      }
      case "domain", "hostname" -> domain(value);
      case "domain|ip" -> {
        domain(attribute.head());
        address(attribute.tail());
      }
      case "hostname|port" -> domain(attribute.head());
      case "port", "dst-port" -> port(value);
      case "url", "uri", "link" -> WebAddress.parse(value).ifPresent(scos::url);
      case "email",
          "email-src",
          "email-dst",
          "email-reply-to",
          "target-email",
          "whois-registrant-email" ->
          EmailAddress.parse(value).ifPresent(scos::emailAddress);
      case "email-subject" -> message(value);
      case "filename", "email-attachment", "attachment" -> named(value);
      case "mutex" -> MutexName.parse(value).ifPresent(scos::mutex);
      case "regkey", "regkey|value" ->
          RegistryKey.parse(attribute.head())
              .ifPresent(key -> named("windows-registry-key", "key", key.value()));
      case "AS" -> Asn.parse(value).ifPresent(scos::autonomousSystem);
      case "mac-address" -> MacAddress.parse(value).ifPresent(scos::macAddress);
      case "github-username", "target-user" -> scos.userAccount(value);
      case "x509-fingerprint-md5", "x509-fingerprint-sha1", "x509-fingerprint-sha256" ->
          certificate(type.substring("x509-fingerprint-".length()), value);
      default -> hash(type, value);
    }
  }

  private void address(String value) {
    Optional<IpAddress> parsed = IpAddress.parseNetwork(value);
    if (parsed.isPresent()) {
      address = scos.address(parsed.get());
    }
  }

  private void domain(String value) {
    Optional<DomainName> parsed = DomainName.parse(value);
    if (parsed.isPresent()) {
      domain = scos.domainName(parsed.get());
    }
  }

  private void named(String value) {
    fileName = FileName.parse(value).map(FileName::value).orElse(fileName);
  }

  private void port(String value) {
    OptionalInt parsed = Port.parse(value);
    if (parsed.isPresent()) {
      port = parsed.getAsInt();
    }
  }

  private void hash(String algorithm, String value) {
    Hashes.Algorithm known = Meaning.HASHES.get(algorithm);
    if (known != null) {
      hashes.add(known, value);
    }
  }

  private void certificate(String algorithm, String value) {
    Hashes of = new Hashes();
    Hashes.Algorithm known = Meaning.HASHES.get(algorithm);
    if (known != null && of.add(known, value)) {
      ObjectNode certificate = JsonNodeFactory.instance.objectNode();
      certificate.set("hashes", of.json());
      scos.other("x509-certificate", certificate);
    }
  }

  private void message(String subject) {
    scos.other(
        "email-message",
        JsonNodeFactory.instance.objectNode().put("is_multipart", false).put("subject", subject));
  }

  private void named(String type, String property, String value) {
    scos.other(type, JsonNodeFactory.instance.objectNode().put(property, value));
  }
}
