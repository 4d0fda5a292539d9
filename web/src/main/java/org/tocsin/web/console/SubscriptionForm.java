package org.tocsin.web.console;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.Pace;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionFilter;
import org.tocsin.model.subscription.SubscriptionWish;
import org.tocsin.model.subscription.What;
import org.tocsin.web.subscription.SeenSubscription;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All of a subscription as a person writes it down. A missing field is blank.
 *
 * @param commandId made with the form, so that sending it twice changes nothing twice
 * @param version the version the form was made of, 0 for a new one
 * @param countries codes with blanks or commas between
 * @param products one a line
 */
record SubscriptionForm(
    @Nullable String id,
    @Nullable String commandId,
    @Nullable Long version,
    @Nullable String name,
    @Nullable List<String> about,
    @Nullable List<String> types,
    @Nullable String atLeast,
    @Nullable String confidence,
    @Nullable String countries,
    @Nullable Boolean ownAssets,
    @Nullable List<String> sectors,
    @Nullable String products,
    @Nullable String pattern,
    @Nullable String channel,
    @Nullable String webhook,
    @Nullable String mail,
    @Nullable Boolean attachments,
    @Nullable String pace,
    @Nullable String language,
    @Nullable String repeatAfter,
    @Nullable String stormCap) {

  SubscriptionForm {
    about = about == null ? List.of() : List.copyOf(about);
    types = types == null ? List.of() : List.copyOf(types);
    sectors = sectors == null ? List.of() : List.copyOf(sectors);
    ownAssets = Boolean.TRUE.equals(ownAssets);
    attachments = Boolean.TRUE.equals(attachments);
  }

  /** For a new one. */
  static SubscriptionForm blank() {
    SubscriptionWish usual =
        new SubscriptionWish(
            "New",
            SubscriptionFilter.WARNINGS,
            new Channel.Portal(),
            Pace.INSTANT,
            null,
            null,
            SubscriptionWish.USUAL_PER_HOUR);
    return of(UUID.randomUUID().toString(), 0, null, usual);
  }

  /** For a known one. */
  static SubscriptionForm of(SeenSubscription seen) {
    Subscription one = seen.subscription();
    return of(one.id().toString(), seen.version(), one.name(), one.wish());
  }

  private static SubscriptionForm of(
      String id, long version, @Nullable String name, SubscriptionWish wish) {
    SubscriptionFilter filter = wish.filter();
    Severity least = filter.atLeast();
    Channel channel = wish.channel();
    Duration repeat = wish.repeatAfter();
    return new SubscriptionForm(
        id,
        UUID.randomUUID().toString(),
        version,
        name,
        filter.about().stream().map(What::key).toList(),
        filter.types(),
        least == null ? null : least.key(),
        filter.confidence() == null ? null : filter.confidence().toString(),
        String.join(" ", filter.countries()),
        filter.ownAssets(),
        filter.sectors(),
        String.join("\n", filter.products()),
        filter.pattern(),
        channel.kind(),
        channel instanceof Channel.Webhook hook ? hook.address().toString() : null,
        channel instanceof Channel.Mail mail ? mail.address() : null,
        !(channel instanceof Channel.Mail mail) || mail.attachments(),
        wish.pace().key(),
        wish.language(),
        repeat == null ? null : repeat.toString(),
        String.valueOf(wish.stormCap()));
  }

  /** Whether it is there already. */
  public boolean known() {
    return version != null && version > 0;
  }

  /** What a command says of it. */
  ObjectNode details() {
    ObjectNode details = EntityJson.MAPPER.createObjectNode();
    put(details, "name", name);
    filter(details.putObject("filter"));
    ObjectNode way = details.putObject("channel");
    put(way, "kind", channel);
    if ("webhook".equals(channel)) {
      put(way, "address", webhook);
    } else if ("mail".equals(channel)) {
      put(way, "address", mail);
      way.put("attachments", Boolean.TRUE.equals(attachments));
    }
    put(details, "pace", pace);
    put(details, "language", language);
    put(details, "repeatAfter", repeatAfter);
    putNumber(details, "stormCap", stormCap);
    return details;
  }

  private void filter(ObjectNode filter) {
    putAll(filter.putArray("about"), about);
    putAll(filter.putArray("types"), types);
    put(filter, "atLeast", atLeast);
    putNumber(filter, "confidence", confidence);
    putAll(filter.putArray("countries"), words(countries));
    filter.put("ownAssets", Boolean.TRUE.equals(ownAssets));
    putAll(filter.putArray("sectors"), sectors);
    putAll(filter.putArray("products"), OrganisationForm.lines(products));
    put(filter, "pattern", pattern);
  }

  private static List<String> words(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static void putAll(ArrayNode into, @Nullable List<String> values) {
    if (values != null) {
      values.forEach(into::add);
    }
  }

  private static void put(ObjectNode into, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      into.put(key, value.strip());
    }
  }

  /** What is no number is handed on as it is, to be refused by its name. */
  private static void putNumber(ObjectNode into, String key, @Nullable String value) {
    if (value != null && value.strip().matches("[0-9]{1,9}")) {
      into.put(key, Integer.parseInt(value.strip()));
    } else {
      put(into, key, value);
    }
  }

  /** The field of the form in which a refusal says that something is wrong; empty for none. */
  String field(String refusal) {
    int colon = refusal.indexOf(':');
    String named = colon < 0 ? "" : refusal.substring(0, colon);
    return switch (named) {
      case "channel.address" -> channel == null ? "channel" : channel;
      case "name", "channel", "pace", "language", "repeatAfter", "stormCap" -> named;
      default -> named.startsWith("filter.") ? named.substring("filter.".length()) : "";
    };
  }
}
