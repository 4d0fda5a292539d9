package org.tocsin.model.subscription;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.model.secret.NodeSecret;

/**
 * What a mail carries by which whoever reads it can say that the address is theirs: signed, for one
 * subscription and one address, and over after three days. It is good for nothing else.
 */
public final class MailConfirmation {
  /** So long it holds. */
  public static final Duration HOLDS = Duration.ofDays(3);

  private static final String PURPOSE = "mail-confirmation";
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

  private MailConfirmation() {}

  /** For that address of that subscription, from now on. */
  public static String of(
      NodeSecret node, Subscription subscription, Channel.Mail mail, Instant now) {
    long until = now.plus(HOLDS).getEpochSecond();
    return subscription.id()
        + "."
        + until
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(signature(node, subscription.id(), mail.address(), until));
  }

  /** The subscription it names, whether it holds or not; empty for what is none. */
  public static Optional<UUID> subscription(String token) {
    Matcher parts = FORM.matcher(token);
    try {
      return parts.matches() ? Optional.of(UUID.fromString(parts.group(1))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether it holds, for that address of that subscription. */
  public static boolean holds(
      NodeSecret node, String token, Subscription subscription, Channel.Mail mail, Instant now) {
    Matcher parts = FORM.matcher(token);
    if (!parts.matches() || !parts.group(1).equals(subscription.id().toString())) {
      return false;
    }
    long until = Long.parseLong(parts.group(2));
    byte[] given = Base64.getUrlDecoder().decode(parts.group(3));
    return now.getEpochSecond() < until
        && MessageDigest.isEqual(given, signature(node, subscription.id(), mail.address(), until));
  }

  private static byte[] signature(NodeSecret node, UUID id, String address, long until) {
    return node.derive(PURPOSE, id.toString(), address, Long.toString(until));
  }
}
