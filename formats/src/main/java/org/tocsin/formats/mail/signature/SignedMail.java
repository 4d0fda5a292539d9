package org.tocsin.formats.mail.signature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.mail.mime.Envelope;
import org.tocsin.formats.mail.mime.MailAddress;
import org.tocsin.formats.mail.mime.MailParser;
import org.tocsin.formats.mail.mime.Part;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.sco.EmailAddress;
import org.tocsin.model.directory.KeyText;

/**
 * What a mail says, taken out of what protects it.
 *
 * @param content what was signed, the mail itself where nothing was
 * @param signature what its signature is worth, null where it has none
 */
public record SignedMail(Part content, @Nullable Signature signature) {
  /**
   * Opens a mail.
   *
   * @param bytes all of it
   * @throws Fault where it is encrypted, or what is inside can not be read
   */
  public static SignedMail open(Part mail, byte[] bytes, Keys keys) throws Fault {
    if (isEncrypted(mail)) {
      throw Fault.unreadable("The mail is encrypted, and Tocsin holds no private key to read it.");
    }
    if (mail.mediaType().equals("multipart/signed") && mail.children().size() > 1) {
      return new SignedMail(
          mail.children().getFirst(), beside(mail, bytes, keysOfAuthor(mail, keys)));
    }
    if (isPkcs7(mail.mediaType())) {
      Optional<SmimeCheck.Opaque> opaque = SmimeCheck.opaque(mail.body(), keysOfAuthor(mail, keys));
      if (opaque.isPresent()) {
        return new SignedMail(MailParser.parse(opaque.get().content()), opaque.get().signature());
      }
    }
    return new SignedMail(mail, null);
  }

  private static boolean isPkcs7(String type) {
    return type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime");
  }

  /** RFC 8551 section 3.3, RFC 3156 section 4, and what is pasted into a text. */
  private static boolean isEncrypted(Part mail) {
    if (mail.mediaType().equals("multipart/encrypted")) {
      return true;
    }
    if (isPkcs7(mail.mediaType())) {
      String type = mail.parameter("smime-type").toLowerCase(Locale.ROOT);
      return type.equals("enveloped-data") || type.equals("authenveloped-data");
    }
    return mail.mediaType().equals("text/plain")
        && mail.text().stripLeading().startsWith("-----BEGIN PGP MESSAGE-----");
  }

  private static @Nullable Signature beside(Part mail, byte[] bytes, List<KeyText> keys) {
    Part signature = mail.children().get(1);
    byte[] content =
        SignedBytes.of(Envelope.strip(bytes), mail.parameter("boundary")).orElse(new byte[0]);
    return switch (signature.mediaType()) {
      case "application/pgp-signature" -> OpenPgpCheck.detached(content, signature.body(), keys);
      case "application/pkcs7-signature", "application/x-pkcs7-signature" ->
          SmimeCheck.detached(content, signature.body(), keys);
      default -> null;
    };
  }

  private static List<KeyText> keysOfAuthor(Part mail, Keys keys) {
    return mail.header()
        .first("from")
        .flatMap(MailAddress::first)
        .map(EmailAddress::value)
        .map(keys::of)
        .orElse(List.of());
  }
}
