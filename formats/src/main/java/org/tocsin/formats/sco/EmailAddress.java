package org.tocsin.formats.sco;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address without display name (STIX 2.1 section 6.5): a dot-atom (RFC 5322 section 3.2.3)
 * before the at sign, a domain name behind it.
 *
 * @param value the address; the domain in lower case
 */
public record EmailAddress(String value) {
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
  private static final int MAX_LOCAL = 64;

  /** Reads an address; empty where it is none. */
  public static Optional<EmailAddress> parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > MAX_LOCAL || !LOCAL.matcher(text.substring(0, at)).matches()) {
      return Optional.empty();
    }
    return DomainName.parse(text.substring(at + 1))
        .map(domain -> new EmailAddress(text.substring(0, at + 1) + domain.value()));
  }
}
