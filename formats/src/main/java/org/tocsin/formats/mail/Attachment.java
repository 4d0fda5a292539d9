package org.tocsin.formats.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.mail.mime.MailParser;
import org.tocsin.formats.mail.mime.Part;
import org.tocsin.formats.record.Fault;

/**
 * A file that a mail carries.
 *
 * @param name the name it is sent under, null where it has none
 * @param contentType its media type, null where it says no more than that it is text
 * @param bytes the file itself
 */
public record Attachment(@Nullable String name, @Nullable String contentType, byte[] bytes) {
  /** What is shown rather than read, and what belongs to a signature. */
  private static final Set<String> SHOWN = Set.of("image", "audio", "video", "font", "model");

  private static final Set<String> NO_FILES =
      Set.of(
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-encrypted",
          "application/pgp-keys",
          "text/html");

  /**
   * The files of a mail that may be reports of their own, in order. None of a mail that is a report
   * itself, or tells of a mail: what comes with it is the evidence. Of X-ARF only what is JSON, as
   * later versions are.
   *
   * @param mail all of it; what is no mail carries none
   */
  public static List<Attachment> of(byte[] mail) {
    try {
      return in(MailParser.parseWithMailsWhole(mail));
    } catch (Fault e) {
      return List.of();
    }
  }

  /** The same of one that is parsed already. */
  static List<Attachment> in(Part mail) {
    if (tellsOfMail(mail)) {
      return List.of();
    }
    boolean xarf = mail.header().has("x-xarf") || mail.header().has("x-arf");
    return mail.leaves()
        .filter(part -> !xarf || part.isJson())
        .flatMap(part -> file(part).stream())
        .toList();
  }

  private static boolean tellsOfMail(Part mail) {
    return mail.all().anyMatch(part -> part.mediaType().equals("multipart/report"))
        || Stream.of("feedback-report", "delivery-status", "disposition-notification")
            .anyMatch(type -> mail.first("message/" + type).isPresent());
  }

  private static Optional<Attachment> file(Part part) {
    String type = part.mediaType();
    boolean text = type.equals("text/plain");
    boolean shown = SHOWN.contains(type.substring(0, type.indexOf('/')));
    if (part.body().length == 0
        || part.isMultipart()
        || shown
        || NO_FILES.contains(type)
        || (text && part.name() == null)) {
      return Optional.empty();
    }
    return Optional.of(new Attachment(part.name(), text ? null : type, part.body()));
  }
}
