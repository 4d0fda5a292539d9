package org.tocsin.bench;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.subscription.Channel;
import org.tocsin.model.subscription.Matchable;
import org.tocsin.model.subscription.Pace;
import org.tocsin.model.subscription.Subscription;
import org.tocsin.model.subscription.SubscriptionFilter;
import org.tocsin.model.subscription.SubscriptionIndex;
import org.tocsin.model.subscription.SubscriptionWish;
import org.tocsin.model.subscription.What;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Addressees;
import org.tocsin.model.warning.Advice;
import org.tocsin.model.warning.Observable;
import org.tocsin.model.warning.WarningContent;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long it takes to find who wants to hear of one warning or observation, among 100,000
 * subscriptions drawn by lot from a seed, by one thread: from the STIX of the thing to the list of
 * subscriptions. Needs no node.
 */
final class SubscriptionsBench {
  private static final int SUBSCRIPTIONS = 100_000;
  private static final int ORGANISATIONS = 2_000;
  private static final int THINGS = 2_000;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 10;
  private static final double MICROS = 1e3;

  private final Random random = new Random(20261128);
  private final Map<String, Membership> memberships = new HashMap<>();
  private final List<String> countries = List.of("FR", "DE", "SN", "BR", "JP", "SE", "KE", "GB");

  void run() {
    for (int at = 0; at < ORGANISATIONS; at++) {
      memberships.put("org-" + at, membership());
    }
    Memberships directory = id -> memberships.getOrDefault(id, Membership.NONE);
    List<Subscription> all = new ArrayList<>();
    for (int at = 0; at < SUBSCRIPTIONS; at++) {
      all.add(subscription());
    }
    long start = System.nanoTime();
    SubscriptionIndex index = new SubscriptionIndex(all, directory);
    double built = (System.nanoTime() - start) / 1e6;
    measure("observation", index, built, drawn(What.OBSERVATIONS));
    measure("warning", index, built, drawn(What.WARNINGS));
  }

  private interface Thing {
    Matchable read();
  }

  private List<Thing> drawn(What what) {
    List<Thing> things = new ArrayList<>();
    for (int at = 0; at < THINGS; at++) {
      things.add(what == What.WARNINGS ? warning() : observation());
    }
    return things;
  }

  private static void measure(
      String name, SubscriptionIndex index, double built, List<Thing> things) {
    long[] nanos = new long[ROUNDS * things.size()];
    long matched = 0;
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int at = 0; at < things.size(); at++) {
        long start = System.nanoTime();
        int found = index.match(things.get(at).read()).size();
        long took = System.nanoTime() - start;
        if (round >= 0) {
          nanos[round * things.size() + at] = took;
          matched += found;
        }
      }
    }
    Arrays.sort(nanos);
    new Figure("subscriptions", name)
        .with("subscriptions", index.size())
        .with("matched_on_average", (double) matched / nanos.length)
        .with("p50_micros", nanos[nanos.length / 2] / MICROS)
        .with("p99_micros", nanos[(int) (nanos.length * 0.99)] / MICROS)
        .with("max_micros", nanos[nanos.length - 1] / MICROS)
        .with("index_built_millis", built)
        .print();
  }

  private Membership membership() {
    List<NetworkAsset> assets = new ArrayList<>();
    for (int at = 0; at < 3; at++) {
      assets.add(
          NetworkAsset.parse("%d.%d.%d.0/24".formatted(below(224) + 1, below(256), below(256))));
    }
    assets.add(NetworkAsset.parse("AS" + (64_496 + below(4_000))));
    assets.add(NetworkAsset.parse("org" + below(5_000) + ".example"));
    return new Membership(Set.of("group-" + below(50)), new Constituency(assets));
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
        "owner-" + below(20_000),
        Set.of(Role.FOCAL_POINT),
        "org-" + below(ORGANISATIONS),
        wish,
        false,
        false,
        null,
        0,
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** As people subscribe: most for their own networks, some for types, countries and products. */
  private SubscriptionFilter filter() {
    int kind = below(10);
    return new SubscriptionFilter(
        below(3) == 0 ? List.of(What.WARNINGS) : List.of(What.values()),
        kind < 4 || below(4) > 0 ? List.of() : List.of(type().type(), type().classification()),
        below(3) == 0 ? Severity.values()[below(4)] : null,
        below(5) == 0 ? below(100) : null,
        kind == 4 || kind == 5 ? List.of(one(countries), one(countries)) : List.of(),
        kind < 4,
        kind == 6 ? List.of("group-" + below(50)) : List.of(),
        kind == 7
            ? List.of("cpe:2.3:a:vendor%d:product%d".formatted(below(300), below(40)))
            : List.of(),
        kind >= 8 ? pattern() : null);
  }

  private @Nullable String pattern() {
    return "[ipv4-addr:value = '%s' OR domain-name:value = 'host%d.example']"
        .formatted(address(), below(100_000));
  }

  private Thing observation() {
    Rsit type = type();
    List<StixObject> objects =
        List.of(
            object(
                """
                {"type": "observed-data", "id": "observed-data--1", "confidence": %d,
                 "extensions": {"extension-definition--6f1b8d2e-52a7-4c0e-9d3c-7a3f5e0c9b41":
                   {"countries": ["%s"]}}}
                """
                    .formatted(below(101), one(countries))),
            object("{\"type\": \"ipv4-addr\", \"id\": \"a\", \"value\": \"" + address() + "\"}"),
            object(
                "{\"type\": \"autonomous-system\", \"id\": \"s\", \"number\": %d}"
                    .formatted(64_496 + below(4_000))),
            object(
                "{\"type\": \"domain-name\", \"id\": \"d\", \"value\": \"host%d.org%d.example\"}"
                    .formatted(below(100), below(5_000))),
            object(
                "{\"type\": \"network-traffic\", \"id\": \"t\", \"dst_port\": %d, \"src_port\": 443}"
                    .formatted(below(65_536))));
    return () -> Matchable.of(type, objects);
  }

  private Thing warning() {
    List<Observable> observables = new ArrayList<>();
    for (int at = below(20); at >= 0; at--) {
      observables.add(new Observable("ip", address()));
    }
    WarningContent content =
        new WarningContent(
            "Drawn",
            "By lot",
            Advice.NONE,
            Severity.values()[below(4)],
            type().type(),
            Tlp.AMBER,
            new Addressees(
                List.of("org-" + below(ORGANISATIONS)), List.of("group-" + below(50)), List.of()),
            List.of(
                "cpe:2.3:a:vendor%d:product%d:1.0:*:*:*:*:*:*:*".formatted(below(300), below(40))),
            List.of("CVE-2026-" + (1_000 + below(9_000))),
            observables,
            List.of(),
            List.of("en"),
            null,
            null,
            List.of());
    return () -> Matchable.of(content);
  }

  private Rsit type() {
    return Rsit.values()[below(Rsit.values().length)];
  }

  private String address() {
    return "%d.%d.%d.%d".formatted(below(224) + 1, below(256), below(256), below(256));
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  private <T> T one(List<T> of) {
    return of.get(below(of.size()));
  }

  private static StixObject object(String json) {
    return new StixObject((ObjectNode) StixJson.MAPPER.readTree(json));
  }
}
