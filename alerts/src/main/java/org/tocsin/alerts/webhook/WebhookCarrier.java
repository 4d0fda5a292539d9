package org.tocsin.alerts.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.tocsin.alerts.ReleaseBundle;
import org.tocsin.alerts.delivery.Attempt;
import org.tocsin.alerts.delivery.Carrier;
import org.tocsin.alerts.delivery.Parcel;
import org.tocsin.model.delivery.DeliveryChannel;
import org.tocsin.model.secret.NodeSecret;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.SigningSecret;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.outward.Answer;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.Message;
import org.tocsin.outward.OutwardClient;
import org.tocsin.outward.RetryableFetchException;

/**
 * Sends messages to machines' addresses (Standard Webhooks). The id of a message is its delivery's,
 * so that a recipient who gets it twice, because nobody knows whether it arrived, knows it again.
 */
public final class WebhookCarrier implements Carrier {
  private static final String STIX = "application/stix+json;version=2.1";
  private static final int GONE = 410;

  private final OutwardClient client;
  private final NodeSecret node;
  private final InstantSource clock;

  /**
   * Sends by that client, which is closed by whoever made it.
   *
   * @param node what the secrets of subscriptions are derived of
   */
  public WebhookCarrier(OutwardClient client, NodeSecret node, InstantSource clock) {
    this.client = client;
    this.node = node;
    this.clock = clock;
  }

  @Override
  public DeliveryChannel channel() {
    return DeliveryChannel.WEBHOOK;
  }

  @Override
  public String place(Subscription subscription) {
    URI address = address(subscription);
    return address.getHost() + ":" + address.getPort();
  }

  @Override
  public Attempt carry(Parcel parcel) {
    try {
      return attempt(client.send(message(parcel)));
    } catch (RetryableFetchException e) {
      return new Attempt.Later(e.failure().title() + ".", e.retryAfter());
    } catch (FetchFailedException e) {
      return switch (e.failure()) {
        case NOT_ALLOWED -> new Attempt.Never(e.failure().title() + ".");
        default -> new Attempt.Later(e.failure().title() + ".", Duration.ZERO);
      };
    }
  }

  private static Attempt attempt(Answer answer) {
    if (answer.isTaken()) {
      return new Attempt.Taken();
    }
    String reason = "It answers with status " + answer.status() + ".";
    return answer.status() == GONE
        ? new Attempt.Never(reason)
        : new Attempt.Later(reason, answer.retryAfter());
  }

  private Message message(Parcel parcel) {
    String id = parcel.delivery().id().toString();
    Instant now = clock.instant();
    String seconds = String.valueOf(now.getEpochSecond());
    byte[] body = ReleaseBundle.json(parcel.version()).getBytes(StandardCharsets.UTF_8);
    List<String> secrets = SigningSecret.all(node, parcel.subscription(), now);
    return new Message(
        address(parcel.subscription()),
        STIX,
        body,
        Map.of(
            "webhook-id",
            id,
            "webhook-timestamp",
            seconds,
            "webhook-signature",
            WebhookSignature.of(secrets, id, seconds, body),
            "tocsin-event",
            "warning." + ReleaseBundle.happening(parcel.version())));
  }

  private static URI address(Subscription subscription) {
    if (subscription.channel() instanceof Channel.Webhook webhook) {
      return webhook.address();
    }
    throw new IllegalArgumentException("no webhook: subscription " + subscription.id());
  }
}
