package org.tocsin.model.warning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a warning can tell readers to look for. */
public enum ObservableKind {
  /** An IPv4 address or block. */
  IPV4_ADDR("ipv4-addr:value", Set.of("ip", "ipv4")),
  /** An IPv6 address or block. */
  IPV6_ADDR("ipv6-addr:value", Set.of("ipv6")),
  /** A domain name. */
  DOMAIN_NAME("domain-name:value", Set.of("domain", "hostname")),
  /** A URL. */
  URL("url:value", Set.of("uri")),
  /** A mail address. */
  EMAIL_ADDR("email-addr:value", Set.of("email")),
  /** The MD5 of a file. */
  MD5("file:hashes.MD5", Set.of()),
  /** The SHA-1 of a file. */
  SHA_1("file:hashes.'SHA-1'", Set.of("sha1")),
  /** The SHA-256 of a file. */
  SHA_256("file:hashes.'SHA-256'", Set.of("sha256"));

  private final String path;
  private final Set<String> alsoCalled;

  ObservableKind(String path, Set<String> alsoCalled) {
    this.path = path;
    this.alsoCalled = alsoCalled;
  }

  /** As it is written in requests and answers, such as {@code domain-name}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The object path of a STIX pattern (STIX 2.1 section 9.7). */
  public String path() {
    return path;
  }

  /** The kind of that name, or of another one it goes by; empty where there is none. */
  public static Optional<ObservableKind> ofKey(String key) {
    String name = key.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> kind.key().equals(name) || kind.alsoCalled.contains(name))
        .findFirst();
  }
}
