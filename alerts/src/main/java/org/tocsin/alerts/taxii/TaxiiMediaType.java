package org.tocsin.alerts.taxii;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Media types of TAXII 2.1 (section 1.6.8 and 3.1): the version is a parameter. */
final class TaxiiMediaType {
  /** What every answer is. */
  static final MediaType TAXII = MediaType.parseMediaType("application/taxii+json;version=2.1");

  /** What every object is. */
  static final String STIX = "application/stix+json;version=2.1";

  private static final String VERSION = "version";

  private TaxiiMediaType() {}

  /**
   * Whether an answer in {@link #TAXII} is welcome. A type without version means the newest there
   * is, a range whatever lies in it; no header at all welcomes everything (RFC 9110 section
   * 12.5.1).
   *
   * @param accept the values of all {@code Accept} headers
   */
  static boolean isWelcome(List<String> accept) {
    if (accept.isEmpty()) {
      return true;
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .anyMatch(type -> type.getQualityValue() > 0 && isOurs(type));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  /** Whether that is the type of a body we read; unlike an answer it must be named exactly. */
  static boolean isEnvelope(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      return !type.isWildcardSubtype() && isOurs(type);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static boolean isOurs(MediaType type) {
    String version = type.getParameter(VERSION);
    return type.includes(TAXII)
        && (version == null || unquoted(version).equals(TAXII.getParameter(VERSION)));
  }

  /** A value in quotation marks says the same as without them (RFC 9110 section 5.6.6). */
  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
