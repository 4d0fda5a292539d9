package org.tocsin.web.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionFilter;
import org.tocsin.model.subscription.SubscriptionWish;
import org.tocsin.web.subscription.SeenSubscription;

/**
 * A subscription as pages show it.
 *
 * @param about what it is about, in words
 * @param conditions what it asks for beyond that, a line each
 * @param way how it is carried, in words
 * @param address where to, null for the page in the console
 * @param pace when, in words
 * @param own whether it is the reader's own
 */
record SubscriptionCard(
    String id,
    String name,
    String owner,
    @Nullable String organisation,
    boolean own,
    String state,
    String about,
    List<Line> conditions,
    String way,
    @Nullable String address,
    String pace,
    String repeat,
    int stormCap,
    @Nullable String language,
    @Nullable String secret,
    boolean mayChange,
    boolean maySteer,
    Moment changed) {

  /** One condition in words. */
  record Line(String name, String value) {}

  static SubscriptionCard of(SeenSubscription seen, String reader) {
    Subscription one = seen.subscription();
    SubscriptionWish wish = one.wish();
    return new SubscriptionCard(
        one.id().toString(),
        one.name(),
        one.owner(),
        one.organisation(),
        one.isOwnedBy(reader),
        seen.state().key(),
        one.filter().about().stream().map(what -> what.key()).collect(Collectors.joining(" and ")),
        conditions(one.filter()),
        way(one.channel()),
        address(one.channel()),
        switch (wish.pace()) {
          case INSTANT -> "at once";
          case HOURLY -> "together, every hour";
          case DAILY -> "together, every day";
        },
        repeat(wish.repeatAfter()),
        wish.stormCap(),
        wish.language(),
        seen.secret(),
        seen.mayChange(),
        seen.maySteer(),
        Moment.minutes(one.changedAt()));
  }

  private static List<Line> conditions(SubscriptionFilter filter) {
    List<Line> lines = new ArrayList<>();
    Severity least = filter.atLeast();
    add(lines, "Types", filter.types().stream().map(SubscriptionCard::type).toList());
    add(lines, "At least", least == null ? List.of() : List.of(least.key()));
    add(
        lines,
        "Confidence of observations",
        filter.confidence() == null ? List.of() : List.of(filter.confidence() + " and more"));
    add(lines, "Countries of observations", filter.countries());
    add(
        lines,
        "Own networks",
        filter.ownAssets()
            ? List.of("what is addressed to or concerns the organisation")
            : List.of());
    add(lines, "Sectors", filter.sectors());
    add(lines, "Products", filter.products());
    String pattern = filter.pattern();
    add(lines, "Pattern", pattern == null ? List.of() : List.of(pattern));
    return lines;
  }

  private static void add(List<Line> lines, String name, List<String> values) {
    if (!values.isEmpty()) {
      lines.add(new Line(name, String.join(", ", values)));
    }
  }

  /** A type in words; a whole classification says that it is one. */
  private static String type(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? "all of " + RsitWords.of(key).toLowerCase(Locale.ROOT)
        : RsitWords.of(key.substring(dot + 1));
  }

  private static String way(Channel channel) {
    return switch (channel) {
      case Channel.Webhook _ -> "Webhook";
      case Channel.Mail mail -> mail.attachments() ? "Mail with attachments" : "Mail";
      case Channel.Portal _ -> "Page in the console";
    };
  }

  private static @Nullable String address(Channel channel) {
    return switch (channel) {
      case Channel.Webhook webhook -> webhook.address().toString();
      case Channel.Mail mail -> mail.address();
      case Channel.Portal _ -> null;
    };
  }

  private static String repeat(@Nullable Duration after) {
    if (after == null) {
      return "not within 7 days; what is vulnerable, not within 30";
    }
    if (after.isZero()) {
      return "each time";
    }
    long days = after.toDays();
    return after.equals(Duration.ofDays(days))
        ? "not within " + days + (days == 1 ? " day" : " days")
        : "not within " + after.toHours() + (after.toHours() == 1 ? " hour" : " hours");
  }
}
