package org.tocsin.formats.mail.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.jspecify.annotations.Nullable;
import org.pgpainless.PGPainless;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.pgpainless.decryption_verification.DecryptionStream;
import org.pgpainless.signature.SignatureUtils;
import org.tocsin.formats.mail.signature.Signature.Kind;
import org.tocsin.formats.mail.signature.Signature.State;
import org.tocsin.model.directory.KeyText;

/** Checks OpenPGP signatures beside their content (RFC 3156 section 5) by known certificates. */
final class OpenPgpCheck {
  private static final int MAX_SIGNATURE = 64 * 1024;

  private OpenPgpCheck() {}

  /**
   * What the signature is worth.
   *
   * @param keys of its alleged author
   */
  static Signature detached(byte[] content, byte[] signature, List<KeyText> keys) {
    if (signature.length > MAX_SIGNATURE) {
      return Signature.broken(Kind.OPENPGP);
    }
    try {
      List<PGPSignature> signatures = SignatureUtils.readSignatures(signature);
      if (signatures.isEmpty()) {
        return Signature.broken(Kind.OPENPGP);
      }
      List<PGPPublicKeyRing> known = holding(signatures, certificates(keys));
      State state = known.isEmpty() ? State.UNKNOWN_KEY : verify(content, signatures, known);
      return new Signature(Kind.OPENPGP, state, key(signatures.getFirst()), null, !known.isEmpty());
    } catch (PGPException | IOException | RuntimeException e) {
      return Signature.broken(Kind.OPENPGP);
    }
  }

  /** Those in ASCII armour: of the others only the fingerprint is known. */
  private static List<String> certificates(List<KeyText> keys) {
    return keys.stream()
        .filter(key -> key.kind() == KeyText.Kind.PGP)
        .flatMap(key -> Stream.ofNullable(key.text()))
        .toList();
  }

  private static List<PGPPublicKeyRing> holding(
      List<PGPSignature> signatures, List<String> certificates) throws IOException {
    List<PGPPublicKeyRing> holding = new ArrayList<>();
    for (String armoured : certificates) {
      PGPPublicKeyRing ring = PGPainless.readKeyRing().publicKeyRing(armoured);
      if (ring != null
          && signatures.stream().anyMatch(each -> ring.getPublicKey(each.getKeyID()) != null)) {
        holding.add(ring);
      }
    }
    return holding;
  }

  private static State verify(
      byte[] content, List<PGPSignature> signatures, List<PGPPublicKeyRing> certificates)
      throws PGPException, IOException {
    ConsumerOptions options =
        ConsumerOptions.get().addVerificationOfDetachedSignatures(signatures).forceNonOpenPgpData();
    certificates.forEach(options::addVerificationCert);
    DecryptionStream stream =
        PGPainless.decryptAndOrVerify()
            .onInputStream(new ByteArrayInputStream(content))
            .withOptions(options);
    stream.transferTo(OutputStream.nullOutputStream());
    stream.close();
    return stream.getMetadata().isVerifiedSigned() ? State.VALID : State.INVALID;
  }

  private static @Nullable String key(PGPSignature signature) {
    IssuerFingerprint issuer =
        signature.getHashedSubPackets() == null
            ? null
            : signature.getHashedSubPackets().getIssuerFingerprint();
    if (issuer != null) {
      return HexFormat.of().formatHex(issuer.getFingerprint());
    }
    return signature.getKeyID() == 0
        ? null
        : String.format(Locale.ROOT, "%016x", signature.getKeyID());
  }
}
