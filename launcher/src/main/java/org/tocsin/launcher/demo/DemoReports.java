package org.tocsin.launcher.demo;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the demo's feeds and focal points report, out of addresses that are for documentation (RFC
 * 5737) and networks that are for it (RFC 5398).
 */
final class DemoReports {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /**
   * A country hit by the outbreak.
   *
   * @param code ISO 3166-1 alpha-2
   * @param focalPoint who reports from there
   * @param asn the network the infected machines are in
   * @param prefix first three numbers of their addresses
   * @param infected how many there are
   */
  record Country(String code, String focalPoint, int asn, String prefix, int infected) {}

  /** The countries, the one hit first and worst first. */
  static final List<Country> COUNTRIES =
      List.of(
          new Country("FR", "focal-fr", 64_496, "192.0.2", 24),
          new Country("ES", "focal-es", 64_498, "203.0.113", 15),
          new Country("DE", "focal-de", 64_497, "198.51.100", 11),
          new Country("PL", "focal-pl", 64_499, "192.0.2", 7));

  private final LocalDateTime begin;
  private final Random random = new Random(2_026);

  /**
   * Reports of one day.
   *
   * @param begin when the outbreak begins, UTC
   */
  DemoReports(LocalDateTime begin) {
    this.begin = begin;
  }

  /** Machines of that country that called the command server: one report of its focal point. */
  String outbreak(Country country) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < country.infected(); i++) {
      String row =
          "\"%s\",\"tcp\",\"%s.%d\",\"%d\",\"%d\",\"%s\",\"critical\",\"198.51.100.80\",\"443\",\"examplebot\",\"examplebot\",\"gate.examplebot.example\",\"ExampleBot/1.0\""
              .formatted(
                  TIME.format(begin.plusMinutes(3L * i)),
                  country.prefix(),
                  10 + i,
                  49_152 + random.nextInt(10_000),
                  country.asn(),
                  country.code());
      rows.add(row);
    }
    return "\"timestamp\",\"protocol\",\"src_ip\",\"src_port\",\"src_asn\",\"src_geo\",\"severity\",\"dst_ip\",\"dst_port\",\"infection\",\"family\",\"http_host\",\"http_agent\"\n"
        + String.join("\n", rows)
        + "\n";
  }

  /** Open resolvers, as a scanning feed tells of them, with some rows twice. */
  String resolvers() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      Country country = COUNTRIES.get(i % COUNTRIES.size());
      rows.add(
          "\"%s\",\"info\",\"%s.%d\",\"udp\",\"53\",\"resolver-%d.example.net\",\"openresolver\",\"%d\",\"%s\",\"dnsmasq-2.66\",\"4.6\""
              .formatted(
                  TIME.format(begin.minusHours(6).plusMinutes(i)),
                  country.prefix(),
                  100 + i,
                  i,
                  country.asn(),
                  country.code()));
    }
    rows.addAll(rows.subList(0, 4));
    return "\"timestamp\",\"severity\",\"ip\",\"protocol\",\"port\",\"hostname\",\"tag\",\"asn\",\"geo\",\"dns_version\",\"min_amplification\"\n"
        + String.join("\n", rows)
        + "\n";
  }

  /** Tries to sign in, as a honeypot saw them; the last row cannot be read. */
  String bruteForce() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(
          "\"%s\",\"tcp\",\"203.0.113.%d\",\"%d\",\"64501\",\"NL\",\"high\",\"198.51.100.22\",\"22\",\"ssh-brute-force\",\"ssh\""
              .formatted(
                  TIME.format(begin.minusHours(2).plusSeconds(40L * i)),
                  150 + i % 5,
                  40_000 + random.nextInt(9_999)));
    }
    rows.add("\"yesterday\",\"tcp\",\"nobody\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"");
    return "\"timestamp\",\"protocol\",\"src_ip\",\"src_port\",\"src_asn\",\"src_geo\",\"severity\",\"dst_ip\",\"dst_port\",\"infection\",\"application\"\n"
        + String.join("\n", rows)
        + "\n";
  }

  /** What a peer knows of the command server, as STIX. */
  static String indicator() {
    return """
    {"type": "bundle", "id": "bundle--0b1b1c5a-7d0e-4f0a-9a55-3f6f0f6a7c01", "objects": [
      {"type": "indicator", "spec_version": "2.1",
       "id": "indicator--0b1b1c5a-7d0e-4f0a-9a55-3f6f0f6a7c02",
       "created": "2026-01-01T00:00:00.000Z", "modified": "2026-01-01T00:00:00.000Z",
       "name": "Command server of Examplebot", "indicator_types": ["malicious-activity"],
       "pattern": "[domain-name:value = 'gate.examplebot.example']", "pattern_type": "stix",
       "valid_from": "2026-01-01T00:00:00Z", "confidence": 85,
       "object_marking_refs": ["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"]}
    ]}
    """;
  }
}
