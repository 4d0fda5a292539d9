package org.tocsin.formats.sco;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;

/**
 * A domain name as STIX 2.1 section 6.4 wants it: labels after RFC 1034 section 3.5 and RFC 5890,
 * internationalised ones as A-labels, in lower case, without the root's dot.
 *
 * @param value the name
 */
public record DomainName(String value) {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;

  private static final IDNA IDNA_2008 =
      IDNA.getUTS46Instance(
          IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.NONTRANSITIONAL_TO_ASCII);

  /**
   * Reads a name of at least two labels, the last of which is not a number; empty where it is none.
   */
  public static Optional<DomainName> parse(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (name.isEmpty() || name.length() > MAX_NAME) {
      return Optional.empty();
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (needsIdna(lower)) {
      return ascii(name).filter(DomainName::isHostName).map(DomainName::new);
    }
    return isHostName(lower) ? Optional.of(new DomainName(lower)) : Optional.empty();
  }

  /**
   * Whether a label has hyphens in third and fourth place and is no A-label. RFC 5890 section 2.3.1
   * reserves those, so that STIX has no place for them; the Internet has some all the same.
   */
  public boolean hasReservedLabel() {
    int start = 0;
    while (start < value.length()) {
      int dot = value.indexOf('.', start);
      int end = dot < 0 ? value.length() : dot;
      boolean hyphens = end - start > 3 && value.startsWith("--", start + 2);
      if (hyphens && !value.startsWith("xn", start)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private static boolean needsIdna(String name) {
    return name.contains("xn--") || !name.chars().allMatch(c -> c < 0x80);
  }

  private static Optional<String> ascii(String name) {
    IDNA.Info info = new IDNA.Info();
    String ascii = IDNA_2008.nameToASCII(name, new StringBuilder(), info).toString();
    return info.hasErrors() ? Optional.empty() : Optional.of(ascii);
  }

  private static boolean isHostName(String name) {
    int labelStart = 0;
    int labels = 0;
    boolean letterInLabel = false;
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : '.';
      if (c == '.') {
        if (!isLabel(name, labelStart, i)) {
          return false;
        }
        if (i < name.length()) {
          letterInLabel = false;
        }
        labels++;
        labelStart = i + 1;
      } else if (c >= 'a' && c <= 'z') {
        letterInLabel = true;
      } else if ((c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return labels > 1 && letterInLabel && name.length() <= MAX_NAME;
  }

  private static boolean isLabel(String name, int start, int end) {
    return end > start
        && end - start <= MAX_LABEL
        && name.charAt(start) != '-'
        && name.charAt(end - 1) != '-';
  }
}
