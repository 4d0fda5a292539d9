package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.UrlText;
import org.tocsin.store.ObservationQuery;
import org.tocsin.store.document.DomainText;
import org.tocsin.store.document.IndexedTime;
import org.tocsin.store.document.IpText;

/**
 * The conditions of a search for observations. What cannot be read throws IllegalArgumentException
 * with the name of the parameter, fit for the client.
 */
final class Conditions {
  private static final long LAST_ASN = 4_294_967_295L; // RFC 6793
  private static final int MOST_ITEMS = 1_000;
  private static final Instant FIRST = IndexedTime.clamp(Instant.MIN);
  private static final Instant LAST = IndexedTime.clamp(Instant.MAX);

  private final List<Query> all = new ArrayList<>();

  private Conditions() {}

  /**
   * The conditions of that query. An observed-data that was taken back (STIX 2.1 section 3.6.2) is
   * left out; whoever has its id still finds it, and that it was.
   *
   * @param whole whether what is personal is looked into too
   */
  static List<Query> of(ObservationQuery query, boolean whole) {
    Conditions conditions = new Conditions();
    conditions.all.add(Filters.isNot("revoked"));
    conditions.add(query.type(), Conditions::type);
    conditions.add(query.ip(), Conditions::ip);
    conditions.add(query.asn(), Conditions::asn);
    conditions.add(query.domain(), Conditions::domain);
    conditions.add(query.url(), Conditions::url);
    conditions.add(query.hash(), hash -> hash(hash, whole));
    conditions.add(query.country(), Conditions::country);
    conditions.add(query.provider(), provider -> Filters.is("provider", provider));
    conditions.add(query.listed(), Conditions::listed);
    conditions.time(query.from(), query.to());
    if (query.text() != null) {
      conditions.all.addAll(Text.conditions(query.text(), word -> word(word, whole)));
    }
    return conditions.all;
  }

  /** Throws IllegalArgumentException for a limit that is none. */
  static int limit(int limit) {
    if (limit < 1 || limit > MOST_ITEMS) {
      throw new IllegalArgumentException("limit: 1 to " + MOST_ITEMS);
    }
    return limit;
  }

  private <T> void add(@Nullable T value, Function<T, Query> condition) {
    if (value != null) {
      all.add(condition.apply(value));
    }
  }

  /** What happened later than can be indexed counts as the last time that can: before any end. */
  private void time(@Nullable Instant from, @Nullable Instant to) {
    if (from != null || to != null) {
      Instant first = from == null ? FIRST : from;
      all.add(
          to == null || to.isAfter(LAST)
              ? Filters.between("observed_at", first, LAST)
              : Filters.within("observed_at", first, to));
    }
  }

  private static Query listed(boolean still) {
    return still
        ? Filters.allOf(List.of(Filters.has("last_reported"), Filters.hasNone("ended_at")))
        : Filters.has("ended_at");
  }

  private static Query type(String type) {
    String name = lower(type);
    return Filters.anyOf(List.of(Filters.is("type", name), Filters.is("classification", name)));
  }

  private static Query ip(String ip) {
    return Filters.is(
        "ip",
        IpText.addressOrBlock(ip.strip())
            .orElseThrow(() -> bad("ip: neither an address nor a CIDR block")));
  }

  private static Query asn(long asn) {
    if (asn < 0 || asn > LAST_ASN) {
      throw bad("asn: 0 to " + LAST_ASN);
    }
    return Filters.is("asn", asn);
  }

  private static Query domain(String domain) {
    String name = DomainText.plain(domain);
    if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
      throw bad("domain: not a domain name");
    }
    return Filters.is("domain", name);
  }

  /** As it stands, or in its one spelling. */
  private static Query url(String url) {
    return UrlText.plain(url)
        .filter(plain -> !plain.equals(url))
        .map(plain -> Filters.anyOf(List.of(Filters.is("url", url), Filters.is("url", plain))))
        .orElseGet(() -> Filters.is("url", url));
  }

  private static Query country(String country) {
    String code = country.strip().toUpperCase(Locale.ROOT);
    if (!code.matches("[A-Z]{2}")) {
      throw bad("country: two letters (ISO 3166-1 alpha-2)");
    }
    return Filters.is("country", code);
  }

  /** A word is found as an indicator, exactly, or in a text. */
  private static Query word(String word, boolean whole) {
    List<Query> ways = new ArrayList<>();
    ways.add(Text.says(word, whole));
    ways.add(Filters.is("domain", DomainText.plain(word)));
    ways.add(url(word));
    ways.add(hash(word, whole));
    if (whole) {
      ways.add(Filters.is("private.email", lower(word)));
    }
    IpText.addressOrBlock(word).ifPresent(ip -> ways.add(Filters.is("ip", ip)));
    return Filters.anyOf(ways);
  }

  private static Query hash(String hash, boolean whole) {
    Query open = Filters.is("hash", lower(hash));
    return whole ? Filters.anyOf(List.of(open, Filters.is("private.hash", lower(hash)))) : open;
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException bad(String message) {
    return new IllegalArgumentException(message);
  }
}
