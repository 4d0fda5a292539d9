package org.tocsin.alerts.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.tocsin.alerts.ReleaseBundle;
import org.tocsin.alerts.delivery.Attempt;
import org.tocsin.alerts.delivery.Carrier;
import org.tocsin.alerts.delivery.Parcel;
import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.directory.KeyText;
import org.tocsin.model.sharing.Exit;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.RetryableFetchException;
import org.tocsin.outward.mail.MailClient;
import org.tocsin.outward.mail.MailClient.NoSuchRecipientException;

/**
 * Sends mail. Its Message-ID is the delivery's, so that a recipient who gets it twice knows it
 * again. Where the directory holds a key for the address it is encrypted, and may hold what plain
 * mail may not.
 */
public final class MailCarrier implements Carrier {
  private static final int LONGEST_WORD = 40;

  private final MailClient client;
  private final MailSettings settings;
  private final OpenPgpMail openPgp;
  private final Function<String, List<KeyText>> keys;
  private final InstantSource clock;

  /**
   * Sends by that client, which is closed by whoever made it.
   *
   * @param keys what the directory holds for a mail address
   */
  public MailCarrier(
      MailClient client,
      MailSettings settings,
      OpenPgpMail openPgp,
      Function<String, List<KeyText>> keys,
      InstantSource clock) {
    this.client = client;
    this.settings = settings;
    this.openPgp = openPgp;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public DeliveryChannel channel() {
    return DeliveryChannel.MAIL;
  }

  @Override
  public Exit exit(Subscription subscription) {
    return key(subscription).isPresent() ? Exit.PERSON : Exit.PLAIN_MAIL;
  }

  /** All of it goes by the node's one server. */
  @Override
  public String place(Subscription subscription) {
    return "mail";
  }

  @Override
  public Attempt carry(Parcel parcel) {
    Optional<PGPPublicKeyRing> key = key(parcel.subscription());
    if (key.isEmpty() && parcel.exit() != Exit.PLAIN_MAIL) {
      return new Attempt.Later("There is no key to encrypt it with any more.", Duration.ZERO);
    }
    try {
      client.send(settings.from(), mail(parcel.subscription()).address(), written(parcel, key));
      return new Attempt.Taken();
    } catch (NoSuchRecipientException e) {
      return new Attempt.Never("The mail server takes nothing for this address.");
    } catch (RetryableFetchException e) {
      return new Attempt.Later(e.failure().title() + ".", e.retryAfter());
    } catch (FetchFailedException e) {
      return new Attempt.Later(e.failure().title() + ".", Duration.ZERO);
    }
  }

  /** All of the mail. */
  byte[] written(Parcel parcel, Optional<PGPPublicKeyRing> key) {
    String id = parcel.delivery().id().toString();
    MailWords words = MailWords.of(parcel, key.isEmpty(), page(parcel));
    MimePart content = content(parcel, words, id);
    MimePart whole =
        key.isPresent()
            ? openPgp.encrypted(content, key.get(), "encrypted-" + id)
            : openPgp.signed(content, "signed-" + id);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("From", settings.name() + " <" + settings.from() + ">");
    headers.put("To", "<" + mail(parcel.subscription()).address() + ">");
    headers.put("Subject", encoded(words.subject()));
    headers.put(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    headers.put("Message-ID", "<" + id + "@" + settings.domain() + ">");
    headers.put("Auto-Submitted", "auto-generated"); // RFC 3834 section 5
    headers.put("MIME-Version", "1.0");
    return whole.bytes(headers);
  }

  private static MimePart content(Parcel parcel, MailWords words, String id) {
    MimePart text =
        MimePart.multipart(
            "multipart/alternative",
            "text-" + id,
            List.of(
                MimePart.text("text/plain", words.text()),
                MimePart.text("text/html", words.html())));
    if (!mail(parcel.subscription()).attachments()) {
      return text;
    }
    byte[] bundle = ReleaseBundle.json(parcel.version()).getBytes(StandardCharsets.UTF_8);
    return MimePart.multipart(
        "multipart/mixed",
        "parts-" + id,
        List.of(
            text,
            MimePart.attachment(
                "application/stix+json; version=2.1",
                parcel.delivery().item().number() + ".stix.json",
                bundle)));
  }

  private String page(Parcel parcel) {
    return settings.console().isEmpty()
        ? ""
        : settings.console() + "/warnings/" + parcel.delivery().item().number();
  }

  private Optional<PGPPublicKeyRing> key(Subscription subscription) {
    return openPgp.recipient(keys.apply(mail(subscription).address()));
  }

  private static Channel.Mail mail(Subscription subscription) {
    if (subscription.channel() instanceof Channel.Mail mail) {
      return mail;
    }
    throw new IllegalArgumentException("no mail: subscription " + subscription.id());
  }

  /** In words of base64, several where it is long (RFC 2047). */
  private static String encoded(String subject) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    subject
        .codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .forEach(point -> {
          word.appendCodePoint(point);
          if (word.toString().getBytes(StandardCharsets.UTF_8).length >= LONGEST_WORD) {
            words.add(word.toString());
            word.setLength(0);
          }
        });
    words.add(word.toString());
    return String.join(
        "\r\n ",
        words.stream()
            .filter(one -> !one.isEmpty())
            .map(one ->
                "=?utf-8?B?"
                    + Base64.getEncoder().encodeToString(one.getBytes(StandardCharsets.UTF_8))
                    + "?=")
            .toList());
  }
}
