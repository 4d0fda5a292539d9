package org.tocsin.formats.mail.mime;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail as its reader has it: opened, where it was signed.
 *
 * @param header of the mail itself
 * @param content what it says
 */
public record Letter(HeaderFields header, Part content) {
  /** When it was sent, as it says itself; empty where it does not. */
  public Optional<Instant> date() {
    return header.first("date").flatMap(MailDate::parse);
  }

  /** The header of the first mail that lies in it as a part; empty where there is none. */
  public Optional<HeaderFields> enclosed() {
    return content.all().flatMap(part -> enclosed(part).stream()).findFirst();
  }

  private static Optional<HeaderFields> enclosed(Part part) {
    if (part.message() != null) {
      return Optional.of(part.message().header());
    }
    // RFC 6522 section 4, and what some write for it
    boolean header =
        part.mediaType().equals("text/rfc822-headers")
            || part.mediaType().equals("text/rfc822-header");
    return header ? MailParser.headerIfAny(part.body()) : Optional.empty();
  }
}
