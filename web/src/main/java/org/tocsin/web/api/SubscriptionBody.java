package org.tocsin.web.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionFilter;
import org.tocsin.model.subscription.SubscriptionWish;
import org.tocsin.model.subscription.What;
import org.tocsin.web.subscription.SeenSubscription;

/**
 * A subscription as programs get it.
 *
 * @param version for the next command's {@code expectedVersion}; missing in lists
 * @param state active, paused or unconfirmed
 * @param secret what messages of a webhook are signed with, for whoever may change it
 */
record SubscriptionBody(
    UUID id,
    String name,
    String owner,
    @Nullable String organisation,
    FilterBody filter,
    ChannelBody channel,
    String pace,
    @Nullable String language,
    @Nullable String repeatAfter,
    int stormCap,
    String state,
    @Nullable String secret,
    @Nullable Instant secretChangedAt,
    Instant createdAt,
    Instant changedAt,
    @Nullable Long version) {

  /** What it is to hear of. */
  record FilterBody(
      List<String> about,
      List<String> types,
      @Nullable String atLeast,
      @Nullable Integer confidence,
      List<String> countries,
      boolean ownAssets,
      List<String> sectors,
      List<String> products,
      @Nullable String pattern) {
    static FilterBody of(SubscriptionFilter filter) {
      Severity least = filter.atLeast();
      return new FilterBody(
          filter.about().stream().map(What::key).toList(),
          filter.types(),
          least == null ? null : least.key(),
          filter.confidence(),
          filter.countries(),
          filter.ownAssets(),
          filter.sectors(),
          filter.products(),
          filter.pattern());
    }
  }

  /** How it is carried. */
  record ChannelBody(String kind, @Nullable String address, @Nullable Boolean attachments) {
    static ChannelBody of(Channel channel) {
      return switch (channel) {
        case Channel.Webhook webhook ->
            new ChannelBody(webhook.kind(), webhook.address().toString(), null);
        case Channel.Mail mail -> new ChannelBody(mail.kind(), mail.address(), mail.attachments());
        case Channel.Portal portal -> new ChannelBody(portal.kind(), null, null);
      };
    }
  }

  static SubscriptionBody of(SeenSubscription seen) {
    Subscription one = seen.subscription();
    SubscriptionWish wish = one.wish();
    Duration repeat = wish.repeatAfter();
    return new SubscriptionBody(
        one.id(),
        one.name(),
        one.owner(),
        one.organisation(),
        FilterBody.of(one.filter()),
        ChannelBody.of(one.channel()),
        wish.pace().key(),
        wish.language(),
        repeat == null ? null : repeat.toString(),
        wish.stormCap(),
        seen.state().key(),
        seen.secret(),
        one.rotatedAt(),
        one.createdAt(),
        one.changedAt(),
        seen.version() == 0 ? null : seen.version());
  }
}
