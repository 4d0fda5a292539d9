package org.tocsin.formats.mail.xarf;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;

/** What the classification of an X-ARF report is in our words. */
final class ReportKind {
  private ReportKind() {}

  /**
   * The type; null where the report says nothing that tells.
   *
   * @param category such as {@code abuse}, {@code fraud}, {@code info}
   * @param type such as {@code login-attack}; blocklist.de puts the name of the service here
   */
  static @Nullable Rsit of(@Nullable String category, @Nullable String type) {
    @Nullable Rsit byType = type == null ? null : ofType(type.strip().toLowerCase(Locale.ROOT));
    if (byType != null || category == null) {
      return byType;
    }
    return switch (category.strip().toLowerCase(Locale.ROOT)) {
      case "fraud" -> Rsit.PHISHING;
      case "auth" -> Rsit.BRUTE_FORCE;
      case "malware" -> Rsit.MALWARE_DISTRIBUTION;
      default -> null;
    };
  }

  private static @Nullable Rsit ofType(String type) {
    return switch (type) {
      case "login-attack",
          "auth-bruteforce",
          "bruteforcelogin",
          "ssh",
          "ftp",
          "imap",
          "pop3",
          "sip",
          "mail",
          "postfix",
          "sasl",
          "asterisk",
          "rdp",
          "telnet",
          "proftpd",
          "courierimap" ->
          Rsit.BRUTE_FORCE;
      case "bot-infection", "grumbot-infection", "trojan", "infection" -> Rsit.INFECTED_SYSTEM;
      case "malware-attack", "malware", "virus" -> Rsit.MALWARE_DISTRIBUTION;
      case "compromised-account" -> Rsit.UNPRIVILEGED_ACCOUNT_COMPROMISE;
      case "compromised-server", "hacked" -> Rsit.SYSTEM_COMPROMISE;
      case "defacement" -> Rsit.APPLICATION_COMPROMISE;
      case "phishing", "phish" -> Rsit.PHISHING;
      case "copyright", "copyright-infringement" -> Rsit.COPYRIGHT;
      case "spam", "spamvertised", "spamvertised-web-page", "regbot", "blog-spam" -> Rsit.SPAM;
      case "harvesting", "portscan", "port-scan", "scan", "scanning" -> Rsit.SCANNER;
      case "ddos" -> Rsit.DDOS;
      case "dos", "apacheddos" -> Rsit.DOS;
      case "badbot",
          "badbots",
          "bad-bot",
          "rfi-attack",
          "rfi-attacks",
          "sql-injection",
          "apache",
          "webattack",
          "web-attack",
          "exploit" ->
          Rsit.EXPLOIT;
      case "openproxy", "open-proxy", "open-relay" -> Rsit.POTENTIALLY_UNWANTED_ACCESSIBLE;
      default -> null;
    };
  }
}
