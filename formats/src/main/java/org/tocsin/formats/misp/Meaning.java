package org.tocsin.formats.misp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.EmailAddress;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.MacAddress;
import org.tocsin.formats.sco.RegistryKey;
import org.tocsin.formats.sco.WebAddress;

/** What an attribute of each type looks for, as comparisons of a pattern. */
final class Meaning {
  private static final String FILE = "file";
  private static final String TRAFFIC = "network-traffic";
  private static final String DOMAIN = "domain-name";

  /** Hashes STIX has a name for, and their names there. */
  static final Map<String, Hashes.Algorithm> HASHES =
      Map.of(
          "md5", Hashes.Algorithm.MD5,
          "sha1", Hashes.Algorithm.SHA_1,
          "sha256", Hashes.Algorithm.SHA_256,
          "sha512", Hashes.Algorithm.SHA_512);

  private static final Map<String, String> OTHER_HASHES =
      Map.ofEntries(
          Map.entry("sha224", "SHA-224"),
          Map.entry("sha384", "SHA-384"),
          Map.entry("sha3-224", "SHA3-224"),
          Map.entry("sha3-256", "SHA3-256"),
          Map.entry("sha3-384", "SHA3-384"),
          Map.entry("sha3-512", "SHA3-512"),
          Map.entry("sha512/224", "SHA-512-224"),
          Map.entry("sha512/256", "SHA-512-256"),
          Map.entry("ssdeep", "SSDEEP"),
          Map.entry("tlsh", "TLSH"),
          Map.entry("imphash", "IMPHASH"),
          Map.entry("impfuzzy", "IMPFUZZY"),
          Map.entry("pehash", "PEHASH"),
          Map.entry("vhash", "VHASH"),
          Map.entry("telfhash", "TELFHASH"),
          Map.entry("authentihash", "AUTHENTIHASH"));

  private static final Map<String, Function<String, List<Comparison>>> SINGLE =
      Map.ofEntries(
          Map.entry("ip-src", Meaning::address),
          Map.entry("ip-dst", Meaning::address),
          Map.entry("domain", Meaning::domain),
          Map.entry("hostname", Meaning::domain),
          Map.entry("url", Meaning::url),
          Map.entry("uri", Meaning::url),
          Map.entry("link", Meaning::url),
          Map.entry("filename", value -> text(FILE, "name", value)),
          Map.entry("email-attachment", value -> text(FILE, "name", value)),
          Map.entry("attachment", value -> text(FILE, "name", value)),
          Map.entry("mime-type", value -> text(FILE, "mime_type", value)),
          Map.entry("size-in-bytes", value -> number(FILE, "size", value)),
          Map.entry("email", Meaning::email),
          Map.entry("email-src", Meaning::email),
          Map.entry("email-dst", Meaning::email),
          Map.entry("email-reply-to", Meaning::email),
          Map.entry("target-email", Meaning::email),
          Map.entry("whois-registrant-email", Meaning::email),
          Map.entry("email-subject", value -> text("email-message", "subject", value)),
          Map.entry("email-message-id", value -> text("email-message", "message_id", value)),
          Map.entry("mutex", value -> text("mutex", "name", value)),
          Map.entry("regkey", Meaning::registryKey),
          Map.entry("AS", Meaning::autonomousSystem),
          Map.entry("mac-address", Meaning::mac),
          Map.entry("port", value -> number(TRAFFIC, "dst_port", value)),
          Map.entry("src-port", value -> number(TRAFFIC, "src_port", value)),
          Map.entry("dst-port", value -> number(TRAFFIC, "dst_port", value)),
          Map.entry("user-agent", Meaning::userAgent),
          Map.entry("github-username", value -> text("user-account", "account_login", value)),
          Map.entry("target-user", value -> text("user-account", "account_login", value)),
          Map.entry("x509-fingerprint-md5", value -> certificate("md5", value)),
          Map.entry("x509-fingerprint-sha1", value -> certificate("sha1", value)),
          Map.entry("x509-fingerprint-sha256", value -> certificate("sha256", value)));

  private Meaning() {}

  /** The comparisons; none where the type has no meaning here, or the value is not of it. */
  static List<Comparison> of(Attribute attribute) {
    String type = attribute.type();
    if (type.startsWith("filename|") || type.equals("malware-sample")) {
      String algorithm = type.equals("malware-sample") ? "md5" : type.substring(9);
      return both(text(FILE, "name", attribute.head()), hash(FILE, algorithm, attribute.tail()));
    }
    return switch (type) {
      case "domain|ip" -> both(domain(attribute.head()), resolves(attribute.tail()));
      case "hostname|port" ->
          both(domain(attribute.head()), number(TRAFFIC, "dst_port", attribute.tail()));
      case "ip-dst|port" ->
          both(end("dst_ref", attribute.head()), number(TRAFFIC, "dst_port", attribute.tail()));
      case "ip-src|port" ->
          both(end("src_ref", attribute.head()), number(TRAFFIC, "src_port", attribute.tail()));
      case "regkey|value" ->
          both(
              registryKey(attribute.head()),
              text("windows-registry-key", "values[*].data", attribute.tail()));
      default -> single(type, attribute.value());
    };
  }

  private static List<Comparison> single(String type, String value) {
    Function<String, List<Comparison>> meaning = SINGLE.get(type);
    return meaning == null ? hash(FILE, type, value) : meaning.apply(value);
  }

  private static List<Comparison> both(List<Comparison> one, List<Comparison> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return List.of();
    }
    List<Comparison> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static List<Comparison> text(String type, String path, String value) {
    return value.isBlank() ? List.of() : List.of(Comparison.text(type, path, value));
  }

  private static List<Comparison> number(String type, String path, String value) {
    return value.matches("[0-9]{1,15}")
        ? List.of(Comparison.number(type, path, Long.parseLong(value)))
        : List.of();
  }

  private static List<Comparison> address(String value) {
    return IpAddress.parseNetwork(value)
        .map(address ->
            List.of(
                new Comparison(
                    address.ipv6() ? "ipv6-addr" : "ipv4-addr",
                    "value",
                    address.value().indexOf('/') < 0 ? "=" : "ISSUBSET",
                    Comparison.quoted(address.value()))))
        .orElse(List.of());
  }

  private static List<Comparison> end(String side, String value) {
    return IpAddress.parse(value)
        .map(address -> List.of(Comparison.text(TRAFFIC, side + ".value", address.value())))
        .orElse(List.of());
  }

  private static List<Comparison> domain(String value) {
    return DomainName.parse(value)
        .map(name -> List.of(Comparison.text(DOMAIN, "value", name.value())))
        .orElse(List.of());
  }

  private static List<Comparison> resolves(String value) {
    return IpAddress.parse(value)
        .map(address ->
            List.of(Comparison.text(DOMAIN, "resolves_to_refs[*].value", address.value())))
        .orElse(List.of());
  }

  private static List<Comparison> url(String value) {
    return WebAddress.parse(value)
        .map(url -> List.of(Comparison.text("url", "value", url.value())))
        .orElse(List.of());
  }

  private static List<Comparison> email(String value) {
    return EmailAddress.parse(value)
        .map(address -> List.of(Comparison.text("email-addr", "value", address.value())))
        .orElse(List.of());
  }

  private static List<Comparison> mac(String value) {
    return MacAddress.parse(value)
        .map(address -> List.of(Comparison.text("mac-addr", "value", address.value())))
        .orElse(List.of());
  }

  private static List<Comparison> registryKey(String value) {
    return RegistryKey.parse(value)
        .map(key -> List.of(Comparison.text("windows-registry-key", "key", key.value())))
        .orElse(List.of());
  }

  private static List<Comparison> autonomousSystem(String value) {
    return number(
        "autonomous-system", "number", value.toUpperCase(Locale.ROOT).replaceFirst("^AS", ""));
  }

  private static List<Comparison> userAgent(String value) {
    return text(TRAFFIC, "extensions.'http-request-ext'.request_header.'User-Agent'", value);
  }

  private static List<Comparison> certificate(String algorithm, String value) {
    return hash("x509-certificate", algorithm, value);
  }

  private static List<Comparison> hash(String type, String algorithm, String value) {
    Hashes.Algorithm known = HASHES.get(algorithm);
    if (known != null) {
      return new Hashes().add(known, value)
          ? List.of(known(type, known.name().replace('_', '-'), value))
          : List.of();
    }
    String other = OTHER_HASHES.get(algorithm);
    return other == null || value.isBlank()
        ? List.of()
        : List.of(Comparison.text(type, "hashes.'" + other + "'", value));
  }

  private static Comparison known(String type, String name, String value) {
    String plain = value.replace(":", "").toLowerCase(Locale.ROOT);
    return Comparison.text(type, "hashes.'" + name + "'", plain);
  }
}
