package org.tocsin.formats.xarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.JsonValues;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.EmailAddress;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.Side;
import org.tocsin.formats.sco.Traffic;
import tools.jackson.databind.JsonNode;

/** What the details of a version 3 report name, written flat or with a source of its own. */
final class Details {
  private final JsonNode details;
  private final JsonNode nestedSource;
  private final JsonNode more;
  private final ScoSet scos;

  Details(JsonNode details, ScoSet scos) {
    this.details = details;
    this.nestedSource = details.path("Source");
    this.more = details.path("AdditionalInfo");
    this.scos = scos;
  }

  /**
   * Adds everything to the set.
   *
   * @return ids of what is the source's own, of neither what it attacked nor the server it called;
   *     of an account that somebody else got at, its mail address
   */
  Set<String> read(ReportType type) {
    Side source = source();
    Side target = new Side(scos);
    target.address(JsonValues.text(details, "DestinationIp"));
    target.address(JsonValues.text(more, "DestinationIP"));
    JsonValues.texts(details, "DestinationPort").forEach(target::port);
    JsonValues.texts(more, "DestinationPort").forEach(target::port);
    boolean offered = type.offered() && target.addresses().isEmpty();
    List<String> protocols = new ArrayList<>(JsonValues.texts(details, "TransportProtocol"));
    protocols.addAll(JsonValues.texts(more, "Protocol"));
    Traffic.between(offered ? target : source, offered ? source : target, protocols, scos);
    for (String name : List.of("SourceUrl", "InfringingUrl")) {
      source.url(JsonValues.text(details, name));
    }
    source.url(JsonValues.text(nestedSource, "URL"));
    domain(JsonValues.text(details, "RpzDomain"));
    domain(JsonValues.text(more, "C2Server"));
    mail(JsonValues.text(details, "SmtpMailFromAddress"));
    mail(JsonValues.text(details, "FromAddress"));
    mail(JsonValues.text(more, "SMTPFrom"));
    Set<String> account = account(details.path("Account"));
    fileHash(details.path("FileHash"));
    service();
    return type.needs().contains("Account") ? account : source.own();
  }

  private Side source() {
    Side source = new Side(scos);
    String address = source.address(JsonValues.text(details, "SourceIp"));
    if (address == null) {
      address = source.address(JsonValues.text(nestedSource, "IP"));
    }
    source.autonomousSystem(address, JsonValues.text(details, "ASN"));
    source.port(JsonValues.text(details, "SourcePort"));
    source.port(JsonValues.text(nestedSource, "Port"));
    source.address(JsonValues.text(details, "AttackerIp"));
    JsonValues.texts(details, "AttackerPort").forEach(source::port);
    return source;
  }

  private void domain(@Nullable String text) {
    Optional<DomainName> name = text == null ? Optional.empty() : DomainName.parse(text);
    name.ifPresent(scos::domainName);
  }

  private Set<String> mail(@Nullable String text) {
    Optional<EmailAddress> mail = text == null ? Optional.empty() : EmailAddress.parse(text);
    return mail.map(found -> Set.of(scos.emailAddress(found))).orElse(Set.of());
  }

  private Set<String> account(JsonNode account) {
    Set<String> mail = mail(JsonValues.text(account, "AccountEmail"));
    String name = JsonValues.text(account, "AccountIdentifier");
    if (name != null) {
      scos.userAccount(name);
    }
    return mail;
  }

  private void fileHash(JsonNode hash) {
    String digits = JsonValues.text(hash, "HashValue");
    String algorithm = JsonValues.text(hash, "HashAlgorithm");
    if (digits != null && algorithm != null) {
      addHash(algorithm, digits, scos);
    }
  }

  private void service() {
    String name = JsonValues.text(details, "ServiceName");
    if (name != null) {
      scos.software(name, JsonValues.text(details, "ServiceVersion"));
    }
  }

  /** Adds the file with that hash, where it is a hash of an algorithm that STIX knows. */
  static void addHash(String algorithm, String digits, ScoSet scos) {
    Hashes hashes = new Hashes();
    switch (algorithm) {
      case "md5" -> hashes.add(Hashes.Algorithm.MD5, digits);
      case "sha1" -> hashes.add(Hashes.Algorithm.SHA_1, digits);
      case "sha256", "sha2" -> hashes.add(Hashes.Algorithm.SHA_256, digits);
      case "sha512" -> hashes.add(Hashes.Algorithm.SHA_512, digits);
      default -> {}
    }
    if (!hashes.isEmpty()) {
      scos.file(hashes);
    }
  }
}
