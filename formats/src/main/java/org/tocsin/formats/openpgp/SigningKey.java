package org.tocsin.formats.openpgp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.pgpainless.PGPainless;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.pgpainless.key.protection.UnlockSecretKey;

/** The node's OpenPGP key for what it publishes: Ed25519. Never logged. Thread-safe. */
public final class SigningKey {
  private final PGPSecretKeyRing ring;
  private final PGPPublicKey signer;
  private final PGPPrivateKey secret;

  private SigningKey(PGPSecretKeyRing ring) throws PGPException {
    this.ring = ring;
    this.signer = PGPainless.inspectKeyRing(ring).getSigningSubkeys().getFirst();
    this.secret =
        UnlockSecretKey.unlockSecretKey(
            ring.getSecretKey(signer.getKeyID()), SecretKeyRingProtector.unprotectedKeys());
  }

  /**
   * Makes a key, in ASCII armour.
   *
   * @param owner who it is of, as its user id
   */
  public static String make(String owner) {
    return PGPainless.asciiArmor(PGPainless.generateKeyRing().modernKeyRing(owner));
  }

  /**
   * Reads a key in ASCII armour.
   *
   * @throws IllegalArgumentException when it is no key that can sign; tells nothing of it
   */
  public static SigningKey read(String armoured) {
    try {
      PGPSecretKeyRing ring = PGPainless.readKeyRing().secretKeyRing(armoured);
      if (ring != null) {
        return new SigningKey(ring);
      }
    } catch (IOException | PGPException | RuntimeException e) {
      throw new IllegalArgumentException("no OpenPGP key that signs", e);
    }
    throw new IllegalArgumentException("no OpenPGP key");
  }

  /** When it was made. */
  public Instant created() {
    return ring.getPublicKey().getCreationTime().toInstant();
  }

  /** The fingerprint of the primary key, in hex. */
  public String fingerprint() {
    return HexFormat.of().formatHex(ring.getPublicKey().getFingerprint()).toUpperCase(Locale.ROOT);
  }

  /** The public key, in ASCII armour. */
  public byte[] publicKey() {
    return PGPainless.asciiArmor(PGPainless.extractCertificate(ring)).getBytes(US_ASCII);
  }

  /**
   * A detached signature in ASCII armour; the same for the same content and time.
   *
   * @param at when it was signed; no earlier than the key was made
   */
  public byte[] sign(byte[] content, Instant at) {
    try {
      PGPSignatureGenerator generator =
          new PGPSignatureGenerator(
              new BcPGPContentSignerBuilder(signer.getAlgorithm(), HashAlgorithmTags.SHA512),
              signer);
      generator.init(PGPSignature.BINARY_DOCUMENT, secret);
      Date time = Date.from(at.isBefore(created()) ? created() : at);
      PGPSignatureSubpacketGenerator told = new PGPSignatureSubpacketGenerator();
      told.setSignatureCreationTime(true, time);
      told.setIssuerFingerprint(false, signer);
      generator.setHashedSubpackets(told.generate());
      generator.update(content);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ArmoredOutputStream armour = ArmoredOutputStream.builder().clearHeaders().build(out)) {
        generator.generate().encode(armour);
      }
      return out.toByteArray();
    } catch (PGPException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
