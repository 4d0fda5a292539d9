package org.tocsin.formats.stix20;

import java.util.Set;

/**
 * The open vocabularies STIX 2.0 has for labels (part 2 there, section 6; STIX 2.1 section 10 has
 * them as types).
 */
final class FormerLabels {
  static final Set<String> INDICATOR =
      Set.of(
          "anomalous-activity",
          "anonymization",
          "benign",
          "compromised",
          "malicious-activity",
          "attribution");

  static final Set<String> MALWARE =
      Set.of(
          "adware",
          "backdoor",
          "bot",
          "ddos",
          "dropper",
          "exploit-kit",
          "keylogger",
          "ransomware",
          "remote-access-trojan",
          "resource-exploitation",
          "rogue-security-software",
          "rootkit",
          "screen-capture",
          "spyware",
          "trojan",
          "virus",
          "worm");

  static final Set<String> REPORT =
      Set.of(
          "threat-report",
          "attack-pattern",
          "campaign",
          "identity",
          "indicator",
          "intrusion-set",
          "malware",
          "observed-data",
          "threat-actor",
          "tool",
          "vulnerability");

  static final Set<String> THREAT_ACTOR =
      Set.of(
          "activist",
          "competitor",
          "crime-syndicate",
          "criminal",
          "hacker",
          "insider-accidental",
          "insider-disgruntled",
          "nation-state",
          "sensationalist",
          "spy",
          "terrorist");

  static final Set<String> TOOL =
      Set.of(
          "denial-of-service",
          "exploitation",
          "information-gathering",
          "network-capture",
          "credential-exploitation",
          "remote-access",
          "vulnerability-scanning");

  private FormerLabels() {}
}
