package org.tocsin.taxiicheck;

import java.util.Set;

/** Which objects have neither {@code created} nor {@code modified} (STIX 2.1 section 6). */
final class Sco {
  static final Set<String> TYPES =
      Set.of(
          "artifact",
          "autonomous-system",
          "directory",
          "domain-name",
          "email-addr",
          "email-message",
          "file",
          "ipv4-addr",
          "ipv6-addr",
          "mac-addr",
          "mutex",
          "network-traffic",
          "process",
          "software",
          "url",
          "user-account",
          "windows-registry-key",
          "x509-certificate");

  private Sco() {}
}
