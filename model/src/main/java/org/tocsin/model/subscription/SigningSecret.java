package org.tocsin.model.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.tocsin.model.secret.NodeSecret;

/**
 * What the messages of a webhook are signed with (Standard Webhooks, "Signature scheme"): derived
 * of the node's secret, the subscription's id and how often it was changed, and kept nowhere.
 */
public final class SigningSecret {
  /** So long messages carry a signature by the secret before the last one, too. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  private static final String PREFIX = "whsec_";
  private static final String PURPOSE = "webhook";

  private SigningSecret() {}

  /** The one that holds now, as its owner is shown it. */
  public static String of(NodeSecret node, Subscription subscription) {
    return of(node, subscription, subscription.rotation());
  }

  /**
   * All that messages are signed with at that time, the one that holds first.
   *
   * @param now when the message is sent
   */
  public static List<String> all(NodeSecret node, Subscription subscription, Instant now) {
    Instant changed = subscription.rotatedAt();
    boolean both = changed != null && now.isBefore(changed.plus(OVERLAP));
    return both
        ? List.of(of(node, subscription), of(node, subscription, subscription.rotation() - 1))
        : List.of(of(node, subscription));
  }

  private static String of(NodeSecret node, Subscription subscription, int rotation) {
    byte[] derived = node.derive(PURPOSE, subscription.id().toString(), Integer.toString(rotation));
    return PREFIX + Base64.getEncoder().encodeToString(derived);
  }
}
