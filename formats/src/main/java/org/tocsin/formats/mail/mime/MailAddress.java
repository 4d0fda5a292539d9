package org.tocsin.formats.mail.mime;

import com.google.common.net.InternetDomainName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.formats.sco.EmailAddress;

/** Addresses out of fields such as From: the first, without name or comment. */
public final class MailAddress {
  private static final Pattern ANGLED = Pattern.compile("<([^<>\\s]*)>");
  private static final Pattern BARE = Pattern.compile("([^\\s<>(),;:\"]+@[^\\s<>(),;:\"]+)");

  private MailAddress() {}

  /** The first address a field names; empty where there is none. */
  public static Optional<EmailAddress> first(String field) {
    return text(field).flatMap(EmailAddress::parse);
  }

  /** The first address as it is written, which may be no valid one. */
  public static Optional<String> text(String field) {
    Matcher angled = ANGLED.matcher(field);
    if (angled.find()) {
      return Optional.of(angled.group(1));
    }
    Matcher bare = BARE.matcher(field);
    return bare.find() ? Optional.of(bare.group(1)) : Optional.empty();
  }

  /** Whether the domain lies below a suffix there is; made up ones are no addresses (RFC 5321). */
  public static boolean isOfKnownSuffix(EmailAddress address) {
    String domain = address.value().substring(address.value().lastIndexOf('@') + 1);
    return InternetDomainName.isValid(domain) && InternetDomainName.from(domain).hasPublicSuffix();
  }
}
