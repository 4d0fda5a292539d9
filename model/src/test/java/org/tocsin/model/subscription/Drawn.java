package org.tocsin.model.subscription;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.sharing.Role;

/** Subscriptions, organisations and things drawn by lot, so narrow that they often meet. */
final class Drawn implements Memberships {
  private static final List<String> ORGANISATIONS = List.of("alpha", "beta", "gamma", "delta");
  private static final List<String> GROUPS = List.of("north", "south", "alpha");
  private static final List<String> COUNTRIES = List.of("FR", "DE", "GB", "SN");
  private static final List<String> ADDRESSES =
      List.of(
          "192.0.2.7",
          "192.0.2.200",
          "198.51.100.1",
          "2001:db8::1",
          "2001:db8:1::1",
          "::ffff:192.0.2.9",
          "none");
  private static final List<String> NAMES =
      List.of("www.example.org", "example.org", "shop.example.fr", "example.co.uk");
  private static final List<String> ASSETS =
      List.of(
          "192.0.2.0/24",
          "192.0.2.0/28",
          "192.0.0.0/8",
          "0.0.0.0/0",
          "2001:db8::/32",
          "2001:db8::/64",
          "198.51.100.1/32",
          "AS64496",
          "AS64497",
          "example.org",
          "www.example.org",
          "FR",
          "GB");
  private static final List<String> PRODUCTS =
      List.of(
          "cpe:2.3:a:apache:http_server:2.4.1:*:*:*:*:*:*:*",
          "cpe:2.3:a:apache:http:1:*:*:*:*:*:*:*",
          "pkg:maven/org.apache/log4j@2.14.1",
          "Apache HTTP Server",
          "CVE-2026-1234",
          "CVE-2026-12345");
  private static final List<String> ASKED =
      List.of(
          "cpe:2.3:a:apache:http",
          "cpe:2.3:a:apache",
          "CPE:2.3:a:apache:http_server:",
          "pkg:maven/org.apache/log4j",
          "apache server",
          "log4j",
          "cve-2026-1234",
          "apache");

  private final Random random;
  private final Map<String, Membership> memberships = new HashMap<>();

  Drawn(long seed) {
    random = new Random(seed);
    for (String organisation : ORGANISATIONS) {
      memberships.put(
          organisation,
          new Membership(
              Set.copyOf(some(GROUPS)),
              new Constituency(some(ASSETS).stream().map(NetworkAsset::parse).toList())));
    }
  }

  @Override
  public Membership of(String organisation) {
    return memberships.getOrDefault(organisation, Membership.NONE);
  }

  List<Subscription> subscriptions(int count) {
    List<Subscription> all = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      all.add(subscription());
    }
    return all;
  }

  private Subscription subscription() {
    SubscriptionWish wish =
        new SubscriptionWish(
            "drawn",
            filter(),
            new Channel.Webhook(URI.create("https://hooks.example.org/")),
            Pace.INSTANT,
            null,
            null,
            100);
    return new Subscription(
        new UUID(random.nextLong(), random.nextLong()),
        "somebody",
        Set.of(one(List.of(Role.SUBSCRIBER, Role.FOCAL_POINT, Role.ANALYST))),
        maybe(() -> one(ORGANISATIONS)),
        wish,
        random.nextInt(20) == 0,
        random.nextInt(20) == 0,
        null,
        0,
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private SubscriptionFilter filter() {
    return new SubscriptionFilter(
        one(List.of(List.of(What.WARNINGS), List.of(What.OBSERVATIONS), List.of(What.values()))),
        few(List.of("malicious-code", "other", "other.other", "c2-server", "vulnerable", "spam")),
        maybe(() -> one(List.of(Severity.values()))),
        maybe(() -> random.nextInt(101)),
        few(COUNTRIES),
        random.nextInt(3) == 0,
        few(List.of("alpha", "beta", "north", "unknown")),
        few(ASKED),
        maybe(this::pattern));
  }

  private String pattern() {
    return "[" + condition(2) + "]";
  }

  private String condition(int depth) {
    if (depth > 0 && random.nextBoolean()) {
      return "("
          + condition(depth - 1)
          + (random.nextBoolean() ? " AND " : " OR ")
          + condition(depth - 1)
          + ")";
    }
    return random.nextBoolean()
        ? "ipv4-addr:value IN ('%s', '%s')".formatted(one(ADDRESSES), one(ADDRESSES))
        : "domain-name:value = '" + one(NAMES) + "'";
  }

  Matchable thing() {
    boolean warning = random.nextBoolean();
    List<String> ips = some(ADDRESSES);
    List<String> names = some(NAMES);
    Set<PatternValue> values = new java.util.HashSet<>();
    ips.forEach(ip -> values.add(PatternValue.of("ipv4-addr:value", ip)));
    names.forEach(name -> values.add(PatternValue.of("domain-name:value", name)));
    return new Matchable(
        warning ? What.WARNINGS : What.OBSERVATIONS,
        maybe(() ->
            one(
                List.of(
                    Rsit.C2_SERVER, Rsit.OTHER, Rsit.UNDETERMINED, Rsit.SPAM, Rsit.WEAK_CRYPTO))),
        maybe(() -> one(List.of(Severity.values()))),
        warning ? null : maybe(() -> random.nextInt(101)),
        warning
            ? new Audience(Set.copyOf(few(ORGANISATIONS)), Set.copyOf(few(GROUPS)), Set.of())
            : Audience.NOBODY,
        new Concerned(
            Set.copyOf(ips),
            Set.copyOf(few(List.of(64496L, 64498L))),
            Set.copyOf(names),
            warning ? Set.of() : Set.copyOf(some(COUNTRIES))),
        some(PRODUCTS),
        values);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? value.get() : null;
  }

  /** Mostly none. */
  private <T> List<T> few(List<T> of) {
    return random.nextInt(3) == 0 ? some(of) : List.of();
  }

  private <T> List<T> some(List<T> of) {
    return of.stream().filter(any -> random.nextInt(3) == 0).toList();
  }
}
