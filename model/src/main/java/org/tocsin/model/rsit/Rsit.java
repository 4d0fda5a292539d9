package org.tocsin.model.rsit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of the Reference Security Incident Taxonomy, version 1003, each within its
 * classification.
 */
public enum Rsit {
  SPAM("abusive-content"),
  HARMFUL_SPEECH("abusive-content"),
  VIOLENCE("abusive-content"),
  INFECTED_SYSTEM("malicious-code"),
  C2_SERVER("malicious-code"),
  MALWARE_DISTRIBUTION("malicious-code"),
  MALWARE_CONFIGURATION("malicious-code"),
  SCANNER("information-gathering"),
  SNIFFING("information-gathering"),
  SOCIAL_ENGINEERING("information-gathering"),
  IDS_ALERT("intrusion-attempts"),
  BRUTE_FORCE("intrusion-attempts"),
  EXPLOIT("intrusion-attempts"),
  PRIVILEGED_ACCOUNT_COMPROMISE("intrusions"),
  UNPRIVILEGED_ACCOUNT_COMPROMISE("intrusions"),
  APPLICATION_COMPROMISE("intrusions"),
  SYSTEM_COMPROMISE("intrusions"),
  BURGLARY("intrusions"),
  DOS("availability"),
  DDOS("availability"),
  MISCONFIGURATION("availability"),
  SABOTAGE("availability"),
  OUTAGE("availability"),
  UNAUTHORISED_INFORMATION_ACCESS("information-content-security"),
  UNAUTHORISED_INFORMATION_MODIFICATION("information-content-security"),
  DATA_LOSS("information-content-security"),
  DATA_LEAK("information-content-security"),
  UNAUTHORISED_USE_OF_RESOURCES("fraud"),
  COPYRIGHT("fraud"),
  MASQUERADE("fraud"),
  PHISHING("fraud"),
  WEAK_CRYPTO("vulnerable"),
  DDOS_AMPLIFIER("vulnerable"),
  POTENTIALLY_UNWANTED_ACCESSIBLE("vulnerable"),
  INFORMATION_DISCLOSURE("vulnerable"),
  VULNERABLE_SYSTEM("vulnerable"),
  OTHER("other"),
  UNDETERMINED("other"),
  TEST("test");

  private final String classification;

  Rsit(String classification) {
    this.classification = classification;
  }

  /** The type as the taxonomy writes it, such as {@code c2-server}. */
  public String type() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The classification the type belongs to, such as {@code malicious-code}. */
  public String classification() {
    return classification;
  }

  /** The type of that name; empty for names the taxonomy does not know. */
  public static Optional<Rsit> ofType(String type) {
    return Arrays.stream(values()).filter(rsit -> rsit.type().equals(type)).findFirst();
  }
}
