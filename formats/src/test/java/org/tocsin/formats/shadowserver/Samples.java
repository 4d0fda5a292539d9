package org.tocsin.formats.shadowserver;

import java.util.List;

/** The project's own report files, one for each kind of content, with documentation addresses. */
final class Samples {
  static final List<String> NAMES =
      List.of(
          "2026-11-20-scan_http-example-geo.csv",
          "2026-11-20-scan6_ssl-example-asn.csv",
          "2026-11-20-scan_dns-example.csv",
          "2026-11-20-scan_snmp.csv",
          "2026-11-20-event4_honeypot_brute_force.csv",
          "event4_honeypot_darknet.csv",
          "event4_sinkhole_http.csv",
          "event6_sinkhole.csv",
          "blocklist.csv",
          "compromised_account.csv",
          "compromised_website.csv",
          "malware_url.csv",
          "ransomware_victim.csv",
          "sandbox_dns.csv",
          "spam_url.csv");

  private Samples() {}
}
