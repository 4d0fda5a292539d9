package org.tocsin.model.subscription;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Field;
import org.tocsin.model.rsit.Rsit;

/**
 * What an owner describes of a subscription, all at once.
 *
 * @param name in a line, for people
 * @param filter what to hear of
 * @param channel how
 * @param pace when; each thing at once where nothing is said
 * @param language what it should be written in, as a BCP 47 tag; null for the first of each warning
 * @param repeatAfter so long the same is not sent again, at most a year; null for what is usual: 30
 *     days of what is vulnerable, 7 days of everything else
 * @param stormCap how many at most are sent one by one within an hour, 1 to 10,000; more come
 *     together. 100 where nothing is said
 */
public record SubscriptionWish(
    String name,
    SubscriptionFilter filter,
    Channel channel,
    Pace pace,
    @Nullable String language,
    @Nullable Duration repeatAfter,
    Integer stormCap) {
  /** The most a storm cap can be. */
  public static final int MOST_PER_HOUR = 10_000;

  /** The storm cap where nothing is said. */
  public static final int USUAL_PER_HOUR = 100;

  /** Of a subscription that is over. */
  static final SubscriptionWish NONE =
      new SubscriptionWish(
          "removed",
          SubscriptionFilter.WARNINGS,
          new Channel.Portal(),
          Pace.INSTANT,
          null,
          null,
          USUAL_PER_HOUR);

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_LANGUAGE = 35; // RFC 5646 section 4.4.1
  private static final Duration LONGEST_REPEAT = Duration.ofDays(366);

  /** Throws IllegalArgumentException, naming the field, for what cannot be. */
  public SubscriptionWish {
    name = Field.text("name", name, LONGEST_NAME);
    if (filter == null) {
      throw Field.bad("filter", "missing");
    }
    if (channel == null) {
      throw Field.bad("channel", "missing");
    }
    pace = pace == null ? Pace.INSTANT : pace;
    language = language(language);
    if (repeatAfter != null
        && (repeatAfter.isNegative() || repeatAfter.compareTo(LONGEST_REPEAT) > 0)) {
      throw Field.bad("repeatAfter", "PT0S to P366D");
    }
    stormCap = stormCap == null ? USUAL_PER_HOUR : stormCap;
    if (stormCap < 1 || stormCap > MOST_PER_HOUR) {
      throw Field.bad("stormCap", "1 to " + MOST_PER_HOUR);
    }
  }

  /** So long the same is not sent again, of something of that type; null where it has none. */
  public Duration quietFor(@Nullable Rsit type) {
    if (repeatAfter != null) {
      return repeatAfter;
    }
    return type != null && type.classification().equals("vulnerable") ? MONTH : WEEK;
  }

  private static @Nullable String language(@Nullable String given) {
    String tag = Field.optional("language", given, LONGEST_LANGUAGE);
    if (tag == null) {
      return null;
    }
    Locale locale = Locale.forLanguageTag(tag);
    if (locale.getLanguage().isEmpty()) {
      throw Field.bad("language", "'" + tag + "' is no language tag, such as fr or pt-BR");
    }
    return locale.toLanguageTag();
  }
}
