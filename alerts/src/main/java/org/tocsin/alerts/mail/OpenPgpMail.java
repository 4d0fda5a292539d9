package org.tocsin.alerts.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.jspecify.annotations.Nullable;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.HashAlgorithm;
import org.pgpainless.encryption_signing.EncryptionOptions;
import org.pgpainless.encryption_signing.EncryptionResult;
import org.pgpainless.encryption_signing.EncryptionStream;
import org.pgpainless.encryption_signing.ProducerOptions;
import org.pgpainless.encryption_signing.SigningOptions;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.tocsin.model.directory.KeyText;

/** Signs and encrypts mail with OpenPGP (RFC 3156, RFC 9580). Thread-safe. */
public final class OpenPgpMail {
  private static final int LINE_END = 2;

  private final @Nullable PGPSecretKeyRing own;

  private OpenPgpMail(@Nullable PGPSecretKeyRing own) {
    this.own = own;
  }

  /**
   * With the secret key in that file, in ASCII armour and without a passphrase; without a file
   * nothing is signed.
   *
   * @throws UncheckedIOException when the file cannot be read
   * @throws IllegalStateException when it holds no key
   */
  public static OpenPgpMail in(@Nullable Path file) {
    if (file == null) {
      return new OpenPgpMail(null);
    }
    try {
      PGPSecretKeyRing ring = PGPainless.readKeyRing().secretKeyRing(Files.readString(file));
      if (ring != null) {
        return new OpenPgpMail(ring);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the key for mail cannot be read: " + file, e);
    }
    throw new IllegalStateException("this file holds no secret key of OpenPGP: " + file);
  }

  /** The first of those keys that something can be encrypted for. */
  Optional<PGPPublicKeyRing> recipient(List<KeyText> keys) {
    return keys.stream()
        .filter(key -> key.kind() == KeyText.Kind.PGP)
        .flatMap(key -> Optional.ofNullable(key.text()).stream())
        .flatMap(text -> usable(text).stream())
        .findFirst();
  }

  private static Optional<PGPPublicKeyRing> usable(String text) {
    try {
      PGPPublicKeyRing ring = PGPainless.readKeyRing().publicKeyRing(text);
      if (ring != null) {
        EncryptionOptions.encryptCommunications().addRecipient(ring);
        return Optional.of(ring);
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // expired, revoked, or none at all
    }
    return Optional.empty();
  }

  /**
   * A part with its signature beside it (RFC 3156 section 5); itself where there is no key to sign
   * with.
   */
  MimePart signed(MimePart part, String boundary) {
    if (own == null) {
      return part;
    }
    try {
      byte[] all = part.bytes();
      // the last line end is the boundary's (RFC 2046 section 5.1.1)
      byte[] signed = Arrays.copyOf(all, all.length - LINE_END);
      SigningOptions options =
          SigningOptions.get().addDetachedSignature(SecretKeyRingProtector.unprotectedKeys(), own);
      EncryptionResult result =
          run(signed, ProducerOptions.sign(options), new ByteArrayOutputStream());
      PGPSignature signature = result.getDetachedSignatures().flatten().iterator().next();
      String hash =
          HashAlgorithm.requireFromId(signature.getHashAlgorithm()).name().toLowerCase(Locale.ROOT);
      return MimePart.multipart(
          "multipart/signed; micalg=pgp-" + hash + "; protocol=\"application/pgp-signature\"",
          boundary,
          List.of(
              part, MimePart.plain("application/pgp-signature", PGPainless.asciiArmor(signature))));
    } catch (PGPException | IOException e) {
      throw new IllegalStateException("the mail cannot be signed", e);
    }
  }

  /** A part signed and encrypted for one recipient (RFC 3156 sections 4 and 6.2). */
  MimePart encrypted(MimePart part, PGPPublicKeyRing recipient, String boundary) {
    try {
      EncryptionOptions options = EncryptionOptions.encryptCommunications().addRecipient(recipient);
      ProducerOptions producer =
          own == null
              ? ProducerOptions.encrypt(options)
              : ProducerOptions.signAndEncrypt(
                  options,
                  SigningOptions.get().addSignature(SecretKeyRingProtector.unprotectedKeys(), own));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      run(part.bytes(), producer.setAsciiArmor(true), out);
      return MimePart.multipart(
          "multipart/encrypted; protocol=\"application/pgp-encrypted\"",
          boundary,
          List.of(
              MimePart.plain("application/pgp-encrypted", "Version: 1"),
              MimePart.plain(
                  "application/octet-stream; name=\"encrypted.asc\"",
                  out.toString(StandardCharsets.US_ASCII))));
    } catch (PGPException | IOException e) {
      throw new IllegalStateException("the mail cannot be encrypted", e);
    }
  }

  private static EncryptionResult run(
      byte[] content, ProducerOptions options, ByteArrayOutputStream out)
      throws PGPException, IOException {
    EncryptionStream stream =
        PGPainless.encryptAndOrSign().onOutputStream(out).withOptions(options);
    new ByteArrayInputStream(content).transferTo(stream);
    stream.close();
    return stream.getResult();
  }
}
