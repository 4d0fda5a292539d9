package org.tocsin.formats.mail.arf;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;

/**
 * What a feedback report complains of (RFC 5965 section 7.3 and the registry it opens).
 *
 * @param name as the report has it, in lower case, such as {@code auth-failure}
 * @param rsit what it is in our words; null where it does not say
 */
record FeedbackType(String name, @Nullable Rsit rsit) {
  /** RFC 6430: a recipient says that a mail was no spam. */
  boolean isAllClear() {
    return name.equals("not-spam");
  }

  static FeedbackType of(Optional<String> field) {
    String name = field.orElse("other").strip().toLowerCase(Locale.ROOT);
    return new FeedbackType(
        name,
        switch (name) {
          case "abuse" -> Rsit.SPAM;
          case "fraud" -> Rsit.PHISHING;
          case "virus" -> Rsit.MALWARE_DISTRIBUTION;
          case "auth-failure", "dkim" -> Rsit.MASQUERADE;
          default -> null;
        });
  }
}
