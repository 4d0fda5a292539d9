package org.tocsin.formats.mail.arf;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.formats.mail.mime.HeaderFields;
import org.tocsin.formats.sco.IpAddress;

/** Whom a mail was taken from, by the line its recipient's server put on top of it. */
final class ReceivedFrom {
  /** RFC 5321 section 4.1.3: an address literal, with or without the tag of its kind. */
  private static final Pattern LITERAL =
      Pattern.compile("\\[(?:IPv6:)?([0-9A-Fa-f:.]{3,45})]", Pattern.CASE_INSENSITIVE);

  private ReceivedFrom() {}

  /**
   * The address in the first line that names one; empty where none does. Lines further down were
   * written by whoever sent the mail, and say what they like.
   */
  static Optional<IpAddress> of(HeaderFields header) {
    return header.first("received").flatMap(ReceivedFrom::literal);
  }

  /** An address as reports write it: bare, in brackets, or with the tag of its kind. */
  static Optional<IpAddress> address(String text) {
    String bare = text.strip();
    if (bare.startsWith("[") && bare.endsWith("]")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    return IpAddress.parse(
        bare.toLowerCase(Locale.ROOT).startsWith("ipv6:") ? bare.substring(5) : bare);
  }

  private static Optional<IpAddress> literal(String line) {
    Matcher matcher = LITERAL.matcher(line);
    return matcher.find() ? IpAddress.parse(matcher.group(1)) : Optional.empty();
  }
}
