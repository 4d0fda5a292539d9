package org.tocsin.formats.sco;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.model.stix.UrlText;

/**
 * An absolute URL as STIX 2.1 section 6.15 wants it, a URI after RFC 3986, in its one spelling
 * ({@link UrlText}). What such a URI must not hold and real ones do (spaces, braces, letters beyond
 * ASCII) is percent-encoded (section 2.1), a host beyond ASCII is written after UTS 46.
 *
 * @param value the URL
 */
public record WebAddress(String value) {
  /** Reads a URL with scheme and host; empty where it is none. */
  public static Optional<WebAddress> parse(String text) {
    return UrlText.plain(text, WebAddress::ascii).map(WebAddress::new);
  }

  /** Its host; an IPv6 address without brackets. */
  public String host() {
    return UrlText.host(value);
  }

  /** Whether it names nothing but a host. */
  public boolean isHostAlone() {
    return value.endsWith("/")
        && value.indexOf('/', value.indexOf("://") + 3) == value.length() - 1;
  }

  /** Digits and dots of other scripts may make an address; what is no name stays as it is. */
  private static String ascii(String host) {
    String compatible = Normalizer.normalize(host, Normalizer.Form.NFKC).replace('\u3002', '.');
    return DomainName.parse(compatible)
        .map(DomainName::value)
        .orElse(compatible.toLowerCase(Locale.ROOT));
  }
}
