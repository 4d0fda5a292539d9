package org.tocsin.web.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.Defanged;
import org.tocsin.formats.sco.WebAddress;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.store.ObservationQuery;
import org.tocsin.store.ObservationQuery.Order;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.parameter.Times;
import org.tocsin.web.problem.BadParameterException;

/**
 * What to look for among observations, as a request gives it; a blank one counts as missing.
 *
 * @param q words and "phrases", all of which must occur
 * @param type RSIT type or classification, such as {@code c2-server} or {@code malicious-code}
 * @param ip an address or a CIDR block
 * @param asn autonomous system number, with or without {@code AS}
 * @param domain a domain name; finds what lies below it too
 * @param url a URL, in whatever spelling
 * @param hash a file or certificate hash in hex
 * @param country ISO 3166-1 alpha-2
 * @param provider the provider's short name
 * @param listed {@code true}: what lists hold now; {@code false}: what they held and no longer do
 * @param from earliest time it happened (ISO 8601)
 * @param to latest time it happened, exclusive (ISO 8601)
 * @param cursor where to go on
 * @param limit how many at most, 1 to 1,000
 * @param order {@code added}: as they became visible, to follow; {@code newest}: the last first
 */
public record ObservationParameters(
    @Nullable String q,
    @Nullable String type,
    @Nullable String ip,
    @Nullable String asn,
    @Nullable String domain,
    @Nullable String url,
    @Nullable String hash,
    @Nullable String country,
    @Nullable String provider,
    @Nullable String listed,
    @Nullable String from,
    @Nullable String to,
    @Nullable String cursor,
    @Nullable String limit,
    @Nullable String order) {
  private static final long MAX_ASN = 0xFFFF_FFFFL;
  private static final Pattern AS_NUMBER = Pattern.compile("(?i)(?:AS)?([0-9]{1,10})");
  private static final Pattern HEX = Pattern.compile("(?i)[0-9a-f]{32,128}");
  private static final Pattern COUNTRY = Pattern.compile("(?i)[a-z]{2}");

  /**
   * The query these stand for.
   *
   * @throws BadParameterException where one cannot be read, naming it
   */
  public ObservationQuery query(int usualLimit, Order usualOrder) {
    return new ObservationQuery(
        Given.text("q", q),
        rsit(),
        Given.text("ip", ip),
        number(),
        lower("domain", domain),
        address(),
        hex(),
        code(),
        lower("provider", provider),
        truth(),
        Times.parse("from", from),
        Times.parse("to", to),
        order(usualOrder),
        Given.text("cursor", cursor),
        Given.limit(limit, usualLimit));
  }

  private @Nullable String rsit() {
    String text = lower("type", type);
    if (text == null || isRsit(text)) {
      return text;
    }
    throw bad("type", "a type or classification of RSIT, such as c2-server or malicious-code");
  }

  private static boolean isRsit(String text) {
    return Arrays.stream(Rsit.values())
        .anyMatch(rsit -> rsit.type().equals(text) || rsit.classification().equals(text));
  }

  private @Nullable Long number() {
    String text = Given.text("asn", asn);
    if (text == null) {
      return null;
    }
    Matcher number = AS_NUMBER.matcher(text);
    if (number.matches() && Long.parseLong(number.group(1)) <= MAX_ASN) {
      return Long.valueOf(number.group(1));
    }
    throw bad("asn", "an autonomous system number, such as 64496");
  }

  /** The store knows URLs of ASCII in any spelling; others, and defanged ones, are made such. */
  private @Nullable String address() {
    String text = Given.text("url", url);
    if (text == null) {
      return null;
    }
    String plain = Defanged.restore(text);
    return plain.chars().allMatch(c -> c < 0x80)
        ? plain
        : WebAddress.parse(plain).map(WebAddress::value).orElse(plain);
  }

  private @Nullable String hex() {
    String text = lower("hash", hash);
    if (text == null || HEX.matcher(text).matches()) {
      return text;
    }
    throw bad("hash", "a hash in hexadecimal digits, 32 to 128 of them");
  }

  private @Nullable String code() {
    String text = Given.text("country", country);
    if (text == null) {
      return null;
    }
    if (COUNTRY.matcher(text).matches()) {
      return text.toUpperCase(Locale.ROOT);
    }
    throw bad("country", "a country code of two letters (ISO 3166-1), such as SE");
  }

  private @Nullable Boolean truth() {
    String text = lower("listed", listed);
    return switch (text) {
      case null -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw bad("listed", "'true' or 'false'");
    };
  }

  private Order order(Order usual) {
    String text = lower("order", order);
    return switch (text) {
      case null -> usual;
      case "added" -> Order.ADDED;
      case "newest" -> Order.NEWEST;
      default -> throw bad("order", "'added' or 'newest'");
    };
  }

  private static @Nullable String lower(String parameter, @Nullable String value) {
    String text = Given.text(parameter, value);
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static BadParameterException bad(String parameter, String shouldBe) {
    return new BadParameterException(parameter, "'" + parameter + "' must be " + shouldBe + ".");
  }
}
