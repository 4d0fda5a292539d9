package org.tocsin.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; null means no such condition, and all given ones must hold.
 *
 * @param text words; an observation must hold each of them (as an indicator, a field's value or
 *     part of a text); a word in double quotes is taken as a phrase
 * @param type RSIT type or classification
 * @param ip an address or a CIDR block
 * @param asn autonomous system number
 * @param domain a domain name; finds what lies below it too
 * @param url a URL, exactly
 * @param hash a file or certificate hash in hex
 * @param country ISO 3166-1 alpha-2
 * @param provider the provider's short name
 * @param listed true: what lists hold now; false: what they held and no longer do
 * @param from earliest time it happened
 * @param to latest time it happened, exclusive
 * @param order newest first, or as they became visible
 * @param cursor where to go on, null for the beginning
 * @param limit how many at most, 1 to 1,000
 */
public record ObservationQuery(
    @Nullable String text,
    @Nullable String type,
    @Nullable String ip,
    @Nullable Long asn,
    @Nullable String domain,
    @Nullable String url,
    @Nullable String hash,
    @Nullable String country,
    @Nullable String provider,
    @Nullable Boolean listed,
    @Nullable Instant from,
    @Nullable Instant to,
    Order order,
    @Nullable String cursor,
    int limit) {

  /** The two orders there are. */
  public enum Order {
    /** As they became visible, oldest first: what a program follows. */
    ADDED,
    /** The last one that became visible first: what a person reads. */
    NEWEST
  }
}
