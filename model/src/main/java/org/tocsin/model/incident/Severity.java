package org.tocsin.model.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.model.rsit.Rsit;

/** How bad an incident is, mildest first. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** As it is written in requests and answers, such as {@code high}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of that key; empty where there is none. */
  public static Optional<Severity> ofKey(String key) {
    return Arrays.stream(values()).filter(severity -> severity.key().equals(key)).findFirst();
  }

  /** What is assumed of an incident of that type until somebody has looked at it. */
  public static Severity usual(Rsit type) {
    return switch (type.classification()) {
      case "intrusions", "malicious-code", "information-content-security" -> HIGH;
      case "intrusion-attempts", "availability", "fraud" -> MEDIUM;
      default -> LOW;
    };
  }
}
