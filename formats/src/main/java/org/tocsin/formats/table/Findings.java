package org.tocsin.formats.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.sco.Asn;
import org.tocsin.formats.sco.Certificate;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.EmailAddress;
import org.tocsin.formats.sco.FileName;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.MacAddress;
import org.tocsin.formats.sco.MutexName;
import org.tocsin.formats.sco.NetworkTraffic;
import org.tocsin.formats.sco.Port;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.WebAddress;

/** What one record names, gathered column by column. Not thread-safe. */
final class Findings {
  private final ScoSet scos;
  private final Party host = new Party();
  private final Party remote = new Party();
  private final Hashes file = new Hashes();
  private final Objections objections;

  /** Ids of what is the record's own: not of the other end. */
  private final Set<String> own = new LinkedHashSet<>();

  private @Nullable String asn;
  private @Nullable FileName filename;
  private @Nullable String protocol;

  /**
   * Nothing yet.
   *
   * @param scos what is found goes here
   * @param objections to what must not be listed
   */
  Findings(ScoSet scos, Objections objections) {
    this.scos = scos;
    this.objections = objections;
  }

  /**
   * Takes what a column says.
   *
   * @param path name of the column, for a fault
   * @return whether it is what the role says
   * @throws Fault where it is, and must not be listed
   */
  boolean take(Role role, String text, String path) throws Fault {
    return switch (role) {
      case VALUE -> value(text, path);
      case IP -> address(host, text, path);
      case DOMAIN -> name(host, text, path);
      case HOST -> address(host, text, path) || name(host, text, path);
      case URL -> url(text, path);
      case EMAIL -> email(text);
      case MAC -> mac(text);
      case ASN -> asn(text);
      case MUTEX -> mutex(text);
      case FILENAME -> filename(text);
      case HASH -> hash(file, text, path);
      case MD5 -> hash(file, Hashes.Algorithm.MD5, text, path);
      case SHA1 -> hash(file, Hashes.Algorithm.SHA_1, text, path);
      case SHA256 -> hash(file, Hashes.Algorithm.SHA_256, text, path);
      case SHA512 -> hash(file, Hashes.Algorithm.SHA_512, text, path);
      case CERTIFICATE_SHA1 -> certificate(text);
      case PORT -> port(host, text);
      case REMOTE_HOST -> remote(text);
      case REMOTE_PORT -> port(remote, text);
      case PROTOCOL -> protocol(text);
      default -> true;
    };
  }

  /** Puts together what belongs together; to be called once, when all columns were read. */
  void finish(@Nullable String usualProtocol) {
    if (!file.isEmpty()) {
      scos.file(file);
    } else if (filename != null) {
      scos.fileNamed(filename);
    }
    if (host.address != null && asn != null) {
      scos.belongsTo(host.address, asn);
    }
    resolve(host);
    resolve(remote);
    traffic(protocol == null ? usualProtocol : protocol);
  }

  /** Ids of what belongs to whom the record is about. */
  Set<String> own() {
    return own;
  }

  private void resolve(Party party) {
    if (party.name != null && party.address != null && !party.address.contains("/")) {
      scos.resolvesTo(party.name, party.address);
    }
  }

  private void traffic(@Nullable String transport) {
    boolean known = remote.ref() != null || remote.port != null;
    if (host.ref() == null || !known && host.port == null) {
      return;
    }
    String protocol = transport == null ? network(host.address != null ? host : remote) : transport;
    scos.networkTraffic(
        new NetworkTraffic(
            known ? host.end() : null,
            known ? remote.ref() == null && remote.port == null ? null : remote.end() : host.end(),
            List.of(protocol),
            null));
  }

  /** What is known of the protocol where nobody says it. */
  private static String network(Party party) {
    return party.address == null ? "ip" : party.ipv6 ? "ipv6" : "ipv4";
  }

  /** The most telling spellings first. */
  private boolean value(String text, String path) throws Fault {
    if (text.contains("://")) {
      return url(text, path);
    }
    boolean found =
        address(host, text, path)
            || hashOfAnother(text, path)
            || text.length() > 2 && text.regionMatches(true, 0, "AS", 0, 2) && asn(text)
            || text.indexOf('@') >= 0 && email(text)
            || mac(text)
            || name(host, text, path);
    return found || text.indexOf('/') > 0 && url(text, path);
  }

  private boolean address(Party party, String text, String path) throws Fault {
    Optional<IpAddress> address = IpAddress.parseNetwork(text);
    String before = text;
    if (address.isEmpty()) {
      int colon = text.lastIndexOf(':');
      if (colon < 1 || !isPort(text.substring(colon + 1))) {
        return false;
      }
      before = withoutBrackets(text.substring(0, colon));
      address = IpAddress.parse(before);
      if (address.isEmpty()) {
        return false;
      }
      port(party, text.substring(colon + 1));
    }
    objections.to(address.get(), path, party == host);
    String id = found(party, scos.address(address.get()));
    if (party.address == null) {
      party.address = id;
      party.ipv6 = address.get().ipv6();
    }
    return true;
  }

  private String found(Party party, String id) {
    if (party == host) {
      own.add(id);
    }
    return id;
  }

  private static String withoutBrackets(String text) {
    return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
  }

  private boolean name(Party party, String text, String path) throws Fault {
    String plain = text.startsWith("*.") ? text.substring(2) : text;
    plain = plain.startsWith(".") ? plain.substring(1) : plain;
    int colon = plain.indexOf(':');
    String port = colon < 0 ? "" : plain.substring(colon + 1);
    Optional<DomainName> name =
        colon < 0 || isPort(port)
            ? DomainName.parse(colon < 0 ? plain : plain.substring(0, colon))
            : Optional.empty();
    if (name.isEmpty() || name.get().hasReservedLabel()) {
      return false;
    }
    objections.to(name.get(), path, party == host);
    String id = found(party, scos.domainName(name.get()));
    if (party.name == null) {
      party.name = id;
    }
    return port.isEmpty() || port(party, port);
  }

  /** Without a scheme it is HTTP, and a host alone is no URL. */
  private boolean url(String text, String path) throws Fault {
    boolean complete = text.contains("://");
    if (!complete && text.indexOf('/') < 0) {
      return address(host, text, path) || name(host, text, path);
    }
    Optional<WebAddress> url =
        complete || beginsWithHost(text)
            ? WebAddress.parse(complete ? text : "http://" + text)
            : Optional.empty();
    if (url.isEmpty()) {
      return false;
    }
    objections.toHostOf(url.get(), path);
    own.add(scos.url(url.get()));
    return true;
  }

  private static boolean beginsWithHost(String text) {
    String host = text.substring(0, text.indexOf('/'));
    int colon = host.lastIndexOf(':');
    String plain = colon > 0 && isPort(host.substring(colon + 1)) ? host.substring(0, colon) : host;
    return IpAddress.parse(plain).isPresent() || DomainName.parse(plain).isPresent();
  }

  private boolean remote(String text) throws Fault {
    return address(remote, text, "") || name(remote, text, "");
  }

  private boolean email(String text) {
    Optional<EmailAddress> address = EmailAddress.parse(text);
    address.ifPresent(mail -> own.add(scos.emailAddress(mail)));
    return address.isPresent();
  }

  private boolean mac(String text) {
    Optional<MacAddress> address = MacAddress.parse(text);
    address.ifPresent(scos::macAddress);
    return address.isPresent();
  }

  private boolean mutex(String text) {
    Optional<MutexName> name = MutexName.parse(text);
    name.ifPresent(scos::mutex);
    return name.isPresent();
  }

  private boolean filename(String text) {
    Optional<FileName> name = FileName.parse(text);
    filename = name.orElse(filename);
    return name.isPresent();
  }

  /** A file that is not the one the record's other hashes are of. */
  private boolean hashOfAnother(String text, String path) throws Fault {
    Hashes other = new Hashes();
    boolean fits = hash(other, text, path);
    if (fits) {
      scos.file(other);
    }
    return fits;
  }

  private boolean hash(Hashes hashes, String text, String path) throws Fault {
    for (Hashes.Algorithm algorithm : Hashes.Algorithm.values()) {
      if (hash(hashes, algorithm, text, path)) {
        return true;
      }
    }
    return false;
  }

  private boolean hash(Hashes hashes, Hashes.Algorithm algorithm, String text, String path)
      throws Fault {
    boolean fits = hashes.add(algorithm, text);
    if (fits) {
      objections.toHash(text, path);
    }
    return fits;
  }

  private boolean certificate(String text) {
    Hashes hashes = new Hashes();
    boolean fits = hashes.add(Hashes.Algorithm.SHA_1, text);
    if (fits) {
      scos.certificate(new Certificate(hashes, null, null, null, null, null, null, null));
    }
    return fits;
  }

  private boolean asn(String text) {
    Optional<Asn> system = Asn.parse(text);
    asn = system.map(scos::autonomousSystem).orElse(asn);
    if (asn != null) {
      own.add(asn);
    }
    return system.isPresent();
  }

  private boolean protocol(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean fits =
        lower.length() <= 20
            && lower
                .chars()
                .allMatch(c -> c == '-' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z');
    if (fits) {
      protocol = lower;
    }
    return fits;
  }

  private static boolean isPort(String text) {
    return Port.parse(text).orElse(0) > 0;
  }

  private boolean port(Party party, String text) {
    OptionalInt port = Port.parse(text);
    if (port.orElse(0) > 0 && party.port == null) {
      party.port = port.getAsInt();
    }
    return port.isPresent();
  }
}
