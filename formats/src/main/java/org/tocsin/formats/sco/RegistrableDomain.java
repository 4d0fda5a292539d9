package org.tocsin.formats.sco;

import com.google.common.net.InternetDomainName;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.model.stix.StixObject;

/**
 * The part of a domain name that somebody registered: the public suffix and one label before it.
 * The list of public suffixes is the one that comes with Guava.
 */
public final class RegistrableDomain {
  private RegistrableDomain() {}

  /**
   * That of a domain-name, url or email-addr object; empty for every other, and where there is
   * none.
   */
  public static Optional<String> of(StixObject object) {
    return switch (object.type()) {
      case "domain-name" -> object.text("value").flatMap(RegistrableDomain::ofName);
      case "url" -> object.text("value").flatMap(RegistrableDomain::ofUrl);
      case "email-addr" ->
          object.text("value").flatMap(mail -> ofName(mail.substring(mail.lastIndexOf('@') + 1)));
      default -> Optional.empty();
    };
  }

  /** That of a domain name, in lower case; empty where the name is none or a suffix itself. */
  static Optional<String> ofName(String name) {
    return DomainName.parse(name.strip()).flatMap(RegistrableDomain::ofParsed);
  }

  private static Optional<String> ofParsed(DomainName name) {
    try {
      InternetDomainName all = InternetDomainName.from(name.value());
      return all.isUnderPublicSuffix()
          ? Optional.of(all.topPrivateDomain().toString().toLowerCase(Locale.ROOT))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** RFC 3986 section 3.2: the authority ends at the next slash, question mark or number sign. */
  private static Optional<String> ofUrl(String url) {
    int start = url.indexOf("://");
    if (start < 0) {
      return Optional.empty();
    }
    String rest = url.substring(start + 3);
    String authority = rest.split("[/?#\\\\]", 2)[0];
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int port = host.indexOf(':');
    return ofName(port < 0 ? host : host.substring(0, port));
  }
}
