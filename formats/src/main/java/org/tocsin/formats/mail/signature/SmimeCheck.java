package org.tocsin.formats.mail.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.mail.signature.Signature.Kind;
import org.tocsin.formats.mail.signature.Signature.State;
import org.tocsin.model.directory.KeyText;

/** Checks CMS signatures (RFC 5652) by the certificates they bring along. */
final class SmimeCheck {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private SmimeCheck() {}

  /**
   * What a signature beside its content is worth.
   *
   * @param keys of its alleged author
   */
  static Signature detached(byte[] content, byte[] signature, List<KeyText> keys) {
    try {
      return check(new CMSSignedData(new CMSProcessableByteArray(content), signature), keys);
    } catch (CMSException | RuntimeException e) {
      return Signature.broken(Kind.SMIME);
    }
  }

  /** A signature with the content it holds. */
  record Opaque(byte[] content, Signature signature) {}

  /** Opens a signature that holds its content; empty where it holds none. */
  static Optional<Opaque> opaque(byte[] signature, List<KeyText> keys) {
    try {
      CMSSignedData signed = new CMSSignedData(signature);
      CMSTypedData content = signed.getSignedContent();
      return content != null && content.getContent() instanceof byte[] bytes
          ? Optional.of(new Opaque(bytes, check(signed, keys)))
          : Optional.empty();
    } catch (CMSException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Signature check(CMSSignedData signed, List<KeyText> keys) {
    @Nullable Signature found = null;
    for (SignerInformation signer : signed.getSignerInfos().getSigners()) {
      found = check(signed, signer, keys);
      if (found.state() != State.VALID) {
        return found;
      }
    }
    return found == null ? Signature.broken(Kind.SMIME) : found;
  }

  private static Signature check(
      CMSSignedData signed, SignerInformation signer, List<KeyText> keys) {
    @SuppressWarnings("unchecked") // the selector is one of certificates
    Collection<X509CertificateHolder> certificates =
        signed.getCertificates().getMatches(signer.getSID());
    if (certificates.isEmpty()) {
      return new Signature(Kind.SMIME, State.UNKNOWN_KEY, null, null, false);
    }
    X509CertificateHolder certificate = certificates.iterator().next();
    State state = verifies(signer, certificate) ? State.VALID : State.INVALID;
    String fingerprint = fingerprint(certificate);
    boolean known = keys.stream().anyMatch(key -> key.fingerprint().equalsIgnoreCase(fingerprint));
    return new Signature(Kind.SMIME, state, fingerprint, address(certificate), known);
  }

  private static boolean verifies(SignerInformation signer, X509CertificateHolder certificate) {
    try {
      return signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER).build(certificate));
    } catch (CMSException
        | OperatorCreationException
        | GeneralSecurityException
        | RuntimeException e) {
      return false;
    }
  }

  private static @Nullable String fingerprint(X509CertificateHolder certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      return null;
    }
  }

  /** RFC 8551 section 3: the alternative name first, then the subject's attribute. */
  private static @Nullable String address(X509CertificateHolder certificate) {
    GeneralNames names =
        GeneralNames.fromExtensions(certificate.getExtensions(), Extension.subjectAlternativeName);
    if (names != null) {
      for (GeneralName name : names.getNames()) {
        if (name.getTagNo() == GeneralName.rfc822Name) {
          return printable(name.getName().toString());
        }
      }
    }
    RDN[] addresses = certificate.getSubject().getRDNs(BCStyle.EmailAddress);
    return addresses.length == 0
        ? null
        : printable(IETFUtils.valueToString(addresses[0].getFirst().getValue()));
  }

  private static @Nullable String printable(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length > 320 ? null : text;
  }
}
