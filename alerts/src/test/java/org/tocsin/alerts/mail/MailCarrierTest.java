package org.tocsin.alerts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpainless.PGPainless;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.pgpainless.decryption_verification.DecryptionStream;
import org.pgpainless.decryption_verification.MessageMetadata;
import org.tocsin.alerts.delivery.Attempt;
import org.tocsin.alerts.delivery.Parcel;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.delivery.DeliveryEvent.Queued;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.directory.KeyText;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.Pace;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionFilter;
import org.tocsin.model.subscription.SubscriptionWish;
import org.tocsin.outward.AllowList;
import org.tocsin.outward.OutwardSettings;
import org.tocsin.outward.mail.MailClient;
import org.tocsin.outward.mail.MailServer;
import org.tocsin.store.StoredVersion;
import tools.jackson.databind.node.ObjectNode;

class MailCarrierTest {
  private static final Instant NOW = Instant.parse("2026-11-28T06:00:00Z");
  private static final String ADDRESS = "desk@cert.example";
  private static final UUID ID = UUID.fromString("6f1c1c1e-8f5d-5b5e-9a53-1f0e6a3b7c11");
  private static final String TITLE =
      "Phishing <b>für</b> alle, die auf dieser langen Liste stehen";

  @TempDir private Path folder;
  private PGPSecretKeyRing node;
  private MailClient client;
  private GreenMail server;

  @BeforeEach
  void begin() throws Exception {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    node = PGPainless.generateKeyRing().modernKeyRing("Tocsin <tocsin@node.example>");
    Files.writeString(folder.resolve("node.asc"), PGPainless.asciiArmor(node));
    client =
        new MailClient(
            settings("127.0.0.1"),
            new MailServer(
                URI.create("smtp://127.0.0.1:" + server.getSmtp().getPort()), null, null));
  }

  @AfterEach
  void end() {
    client.close();
    server.stop();
  }

  @Test
  void shouldSendTextAndPageAndBundleSignedWithTheNodesKey() throws Exception {
    Attempt attempt = carrier(List.of()).carry(parcel(1, false));

    assertThat(attempt).isEqualTo(new Attempt.Taken());
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@node.example>");
    assertThat(mail.getSubject()).isEqualTo("Warning W-2026-000123: " + TITLE);
    assertThat(mail.getAllRecipients()[0].toString()).contains(ADDRESS);
    assertThat(mail.getContentType()).startsWith("multipart/signed");
    MimeMultipart signed = (MimeMultipart) mail.getContent();
    MimeMultipart parts = (MimeMultipart) signed.getBodyPart(0).getContent();
    MimeMultipart both = (MimeMultipart) parts.getBodyPart(0).getContent();
    assertThat(both.getBodyPart(0).getContent().toString())
        .contains(TITLE, "Do not answer.", "https://console.example/warnings/W-2026-000123");
    assertThat(both.getBodyPart(1).getContent().toString())
        .contains("&lt;b&gt;für&lt;/b&gt;")
        .doesNotContain("<b>");
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("W-2026-000123.stix.json");
    assertThat(text(parts.getBodyPart(1))).contains("\"type\":\"bundle\"", "report--1");
    assertThat(verify(raw(mail), text(signed.getBodyPart(1)))).isTrue();
  }

  @Test
  void shouldEncryptForWhoeverTheDirectoryHoldsAKeyOfAndTellNobodyElse() throws Exception {
    PGPSecretKeyRing theirs = PGPainless.generateKeyRing().modernKeyRing("Desk <" + ADDRESS + ">");
    String certificate = PGPainless.asciiArmor(PGPainless.extractCertificate(theirs));
    MailCarrier carrier =
        carrier(List.of(new KeyText(KeyText.Kind.PGP, "A".repeat(40), certificate, null)));
    Parcel parcel = parcel(2, false, Exit.PERSON);

    assertThat(carrier.exit(parcel.subscription())).isEqualTo(Exit.PERSON);
    assertThat(carrier.carry(parcel)).isEqualTo(new Attempt.Taken());

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Update of warning W-2026-000123");
    assertThat(mail.getContentType()).startsWith("multipart/encrypted");
    MimeMultipart encrypted = (MimeMultipart) mail.getContent();
    String message = text(encrypted.getBodyPart(1));
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    DecryptionStream stream =
        PGPainless.decryptAndOrVerify()
            .onInputStream(new ByteArrayInputStream(message.getBytes(StandardCharsets.US_ASCII)))
            .withOptions(
                ConsumerOptions.get()
                    .addDecryptionKey(theirs)
                    .addVerificationCert(PGPainless.extractCertificate(node)));
    stream.transferTo(content);
    stream.close();
    MessageMetadata metadata = stream.getMetadata();
    assertThat(metadata.isVerifiedSigned()).isTrue();
    assertThat(content.toString(StandardCharsets.US_ASCII)).contains("multipart/alternative");
  }

  @Test
  void shouldPassOverAKeyNothingCanBeEncryptedWith() {
    MailCarrier carrier =
        carrier(
            List.of(
                new KeyText(
                    KeyText.Kind.PGP,
                    "A".repeat(40),
                    "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nbroken",
                    null)));

    assertThat(carrier.exit(parcel(1, false).subscription())).isEqualTo(Exit.PLAIN_MAIL);
  }

  @Test
  void shouldSendNothingInTheOpenThatWasMeantToBeEncrypted() {
    assertThat(carrier(List.of()).carry(parcel(1, false, Exit.PERSON)))
        .isInstanceOf(Attempt.Later.class);

    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void shouldSayThatAWarningWasTakenBack() throws Exception {
    carrier(List.of()).carry(parcel(2, true));

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).startsWith("Withdrawn: warning W-2026-000123");
    assertThat(carrier(List.of()).written(parcel(2, true), Optional.empty()))
        .as("all in lines of ASCII")
        .doesNotContain((byte) 0xc3);
  }

  @Test
  void shouldComeAgainWhereNobodyAnswersAndReachNoHostThatIsNotAllowed() {
    MailServer nobody = new MailServer(URI.create("smtp://127.0.0.1:9"), null, null);
    try (MailClient wrong = new MailClient(settings("127.0.0.1"), nobody);
        MailClient forbidden =
            new MailClient(
                settings("192.0.2.1"),
                new MailServer(
                    URI.create("smtp://127.0.0.1:" + server.getSmtp().getPort()), null, null))) {
      assertThat(carrier(wrong, List.of()).carry(parcel(1, false)))
          .isInstanceOf(Attempt.Later.class);
      assertThat(carrier(forbidden, List.of()).carry(parcel(1, false)))
          .isInstanceOf(Attempt.Later.class);
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  /** What was signed is the first part as it came, without the line end before the boundary. */
  private boolean verify(String raw, String signature) throws Exception {
    String boundary = "--signed-" + ID + "\r\n";
    int from = raw.indexOf(boundary) + boundary.length();
    int to = raw.indexOf("\r\n" + boundary, from);
    DecryptionStream stream =
        PGPainless.decryptAndOrVerify()
            .onInputStream(
                new ByteArrayInputStream(
                    raw.substring(from, to).getBytes(StandardCharsets.US_ASCII)))
            .withOptions(
                ConsumerOptions.get()
                    .addVerificationOfDetachedSignatures(
                        new ByteArrayInputStream(signature.getBytes(StandardCharsets.US_ASCII)))
                    .addVerificationCert(PGPainless.extractCertificate(node))
                    .forceNonOpenPgpData());
    stream.readAllBytes();
    stream.close();
    return stream.getMetadata().isVerifiedSigned();
  }

  private static String raw(MimeMessage mail) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mail.writeTo(out);
    return out.toString(StandardCharsets.US_ASCII);
  }

  private static String text(BodyPart part) throws Exception {
    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private MailCarrier carrier(List<KeyText> keys) {
    return carrier(client, keys);
  }

  private MailCarrier carrier(MailClient by, List<KeyText> keys) {
    return new MailCarrier(
        by,
        new MailSettings("tocsin@node.example", "Tocsin", "https://console.example"),
        OpenPgpMail.in(folder.resolve("node.asc")),
        address -> address.equals(ADDRESS) ? keys : List.of(),
        () -> NOW);
  }

  private OutwardSettings settings(String allowed) {
    return new OutwardSettings(
        AllowList.of(List.of(allowed)),
        Set.of(),
        "Tocsin/test",
        folder,
        new OutwardSettings.Timeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            1),
        1_000_000,
        new OutwardSettings.Retries(0, Duration.ofSeconds(1), Duration.ofSeconds(1)));
  }

  private static Parcel parcel(int number, boolean revoked) {
    return parcel(number, revoked, Exit.PLAIN_MAIL);
  }

  private static Parcel parcel(int number, boolean revoked, Exit exit) {
    Subscription subscription =
        new Subscription(
            UUID.randomUUID(),
            "focal",
            Set.of(Role.FOCAL_POINT),
            "cert-fr",
            new SubscriptionWish(
                "all",
                SubscriptionFilter.WARNINGS,
                new Channel.Mail(ADDRESS, true),
                Pace.INSTANT,
                null,
                null,
                null),
            false,
            false,
            ADDRESS,
            0,
            null,
            NOW,
            NOW);
    DeliveryItem item =
        new DeliveryItem(
            UUID.randomUUID(),
            "W-2026-000123",
            number,
            revoked,
            NOW,
            subscription.id(),
            "focal",
            "cert-fr",
            DeliveryChannel.MAIL);
    Delivery delivery = Delivery.after(null, new Queued(ID, NOW, item, NOW)).orElseThrow();
    StixObject report =
        object(
            """
            {"type": "report", "id": "report--1", "name": "%s", "modified": "2026-11-28T06:00:00Z",
             "description": "Mail that asks for passwords.", "revoked": %s}
            """
                .formatted(TITLE, revoked));
    StixObject note =
        object(
            """
            {"type": "note", "id": "note--1", "abstract": "Advice for citizens",
             "content": "Do not answer."}
            """);
    return new Parcel(
        delivery,
        subscription,
        exit,
        new StoredVersion(NOW, "c", report, List.of(report, note), number));
  }

  private static StixObject object(String json) {
    return new StixObject((ObjectNode) StixJson.MAPPER.readTree(json));
  }
}
