package org.tocsin.formats.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.pgpainless.PGPainless;
import org.pgpainless.encryption_signing.EncryptionStream;
import org.pgpainless.encryption_signing.ProducerOptions;
import org.pgpainless.encryption_signing.SigningOptions;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.tocsin.formats.mail.signature.Keys;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.directory.KeyText;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;

/** Signed mail is read as what was signed, and says what the signature is worth. */
class SignedMailTest {
  private static final String REPORT =
      Mails.text("xarf.eml").substring(Mails.text("xarf.eml").indexOf("Content-Type: multipart"));

  private static final String HEADER =
      """
      From: Reporter <reports@reporter.example.net>
      Date: Fri, 20 Nov 2026 10:10:00 +0000
      Subject: signed
      X-XARF: SECURE
      MIME-Version: 1.0
      """;

  @Test
  void shouldVerifySmimeByTheCertificateItBringsAlong() throws Exception {
    Observation report = read(Keys.NONE, beside("pkcs7", smime(REPORT, false)));
    assertThat(report.rsit()).isEqualTo(Rsit.BRUTE_FORCE);
    assertThat(Mails.field(report, "signature")).isEqualTo("valid");
    assertThat(Mails.field(report, "signature_kind")).isEqualTo("S/MIME");
    assertThat(Mails.field(report, "signature_key")).hasSize(64);
    assertThat(Mails.field(report, "email_signer")).isEqualTo("reports@reporter.example.net");
    assertThat(Mails.field(report, "signature_by_author")).isEqualTo("yes");
    assertThat(Mails.field(report, "signature_known")).isEqualTo("no");
  }

  @Test
  void shouldSayWhetherTheDirectoryHoldsTheCertificateForTheAuthor() throws Exception {
    String mail = beside("pkcs7", smime(REPORT, false));
    String fingerprint = Mails.field(read(Keys.NONE, mail), "signature_key");
    KeyText certificate = new KeyText(KeyText.Kind.SMIME, fingerprint, null, null);

    assertThat(Mails.field(read(ofReporter(certificate), mail), "signature_known"))
        .isEqualTo("yes");
    String another = mail.replace("From: Reporter <reports@", "From: Reporter <others@");
    assertThat(Mails.field(read(ofReporter(certificate), another), "signature_known"))
        .isEqualTo("no");
  }

  private static Keys ofReporter(KeyText key) {
    return address -> address.equals("reports@reporter.example.net") ? List.of(key) : List.of();
  }

  @Test
  void shouldSayThatSmimeDoesNotFitWhatWasChanged() throws Exception {
    String mail = beside("pkcs7", smime(REPORT, false)).replace("192.0.2.77", "192.0.2.78");
    Observation report = read(Keys.NONE, mail);
    assertThat(report.objects().get(1).text("value")).contains("192.0.2.78");
    assertThat(Mails.field(report, "signature")).isEqualTo("invalid");
  }

  @Test
  void shouldReadWhatASmimeSignatureHolds() throws Exception {
    String mail =
        HEADER
            + "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + mimed(smime(REPORT, true));
    Observation report = read(Keys.NONE, mail);
    assertThat(report.rsit()).isEqualTo(Rsit.BRUTE_FORCE);
    assertThat(Mails.field(report, "signature")).isEqualTo("valid");
  }

  @Test
  void shouldVerifyOpenPgpByAKeyOfTheAuthor() throws Exception {
    PGPSecretKeyRing key =
        PGPainless.generateKeyRing().modernKeyRing("Reporter <reports@reporter.example.net>");
    String certificate = PGPainless.asciiArmor(PGPainless.extractCertificate(key));
    String fingerprint = HexFormat.of().formatHex(key.getPublicKey().getFingerprint());
    Keys keys = ofReporter(new KeyText(KeyText.Kind.PGP, fingerprint, certificate, null));
    String mail = beside("pgp", openPgp(REPORT, key));
    Observation report = read(keys, mail);
    assertThat(report.rsit()).isEqualTo(Rsit.BRUTE_FORCE);
    assertThat(Mails.field(report, "signature")).isEqualTo("valid");
    assertThat(Mails.field(report, "signature_kind")).isEqualTo("OpenPGP");
    assertThat(Mails.field(report, "signature_known")).isEqualTo("yes");
    assertThat(Mails.field(read(keys, mail.replace(".77", ".78")), "signature"))
        .isEqualTo("invalid");
    assertThat(Mails.field(read(Keys.NONE, mail), "signature")).isEqualTo("unknown-key");
    assertThat(Mails.field(read(Keys.NONE, mail), "signature_key")).hasSize(40);
  }

  @Test
  void shouldSayThatAnUnreadableSignatureIsInvalid() {
    for (String kind : List.of("pgp", "pkcs7")) {
      Observation report = read(Keys.NONE, beside(kind, new byte[] {1, 2, 3}));
      assertThat(Mails.field(report, "signature")).isEqualTo("invalid");
    }
  }

  private static Observation read(Keys keys, String mail) {
    Submitted submitted = Submitted.of(new MailFormat(keys), "signed.eml", mail);
    assertThat(submitted.rejects()).isEmpty();
    assertThat(submitted.schemaErrors()).isEmpty();
    return submitted.observations().getFirst();
  }

  private static String beside(String kind, byte[] signature) {
    return HEADER
        + "Content-Type: multipart/signed; boundary=\"outer\"; protocol=\"application/"
        + kind
        + "-signature\"\n\n--outer\n"
        + REPORT
        + "\n--outer\nContent-Type: application/"
        + kind
        + "-signature\nContent-Transfer-Encoding: base64\n\n"
        + mimed(signature)
        + "\n--outer--\n";
  }

  private static String mimed(byte[] bytes) {
    return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
  }

  private static byte[] canonical(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] smime(String content, boolean holding) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
    X500Name name = new X500Name("CN=Reporter");
    X509CertificateHolder certificate =
        new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                new Date(0),
                new Date(System.currentTimeMillis() + 3_600_000L),
                name,
                pair.getPublic())
            .addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(
                    new GeneralName(GeneralName.rfc822Name, "reports@reporter.example.net")))
            .build(signer);
    CMSSignedDataGenerator signing = new CMSSignedDataGenerator();
    signing.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .build("SHA256withRSA", pair.getPrivate(), certificate));
    signing.addCertificate(certificate);
    return signing.generate(new CMSProcessableByteArray(canonical(content)), holding).getEncoded();
  }

  private static byte[] openPgp(String content, PGPSecretKeyRing key) throws Exception {
    EncryptionStream stream =
        PGPainless.encryptAndOrSign()
            .onOutputStream(new ByteArrayOutputStream())
            .withOptions(
                ProducerOptions.sign(
                    SigningOptions.get()
                        .addDetachedSignature(SecretKeyRingProtector.unprotectedKeys(), key)));
    new ByteArrayInputStream(canonical(content)).transferTo(stream);
    stream.close();
    var signature = stream.getResult().getDetachedSignatures().flatten().iterator().next();
    return PGPainless.asciiArmor(signature).getBytes(StandardCharsets.US_ASCII);
  }
}
