package org.tocsin.store.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;

/** Things and readers out of few values each, so that they often meet and often just miss. */
final class SharingCases {
  private static final List<String> NAMES =
      List.of("CERT-FR", "cert-fr", "CERT-DE demo", "*", "x".repeat(256));
  private static final List<String> GROUPS = List.of("energy", "banks", "Energy");
  private static final List<String> PERSONS = List.of("fleur", "Fleur", "dieter", "RED");
  private static final List<Long> ASNS = List.of(0L, 64_496L, 64_497L, 4_294_967_295L);
  private static final List<String> COUNTRIES = List.of("FR", "DE", "GB");
  private static final List<String> DOMAINS =
      List.of("example.org", "shop.example.org", "notexample.org", "a.fr", "b.uk", "xn--e1a.de");
  private static final List<String> ASSETS =
      List.of(
          "FR", ".uk", "AS0", "AS64497", "example.org", "shop.example.org", "org", "xn--e1a.de");

  private final Random random;

  SharingCases(long seed) {
    this.random = new Random(seed);
  }

  /** That many things. */
  List<Marked> things(int count) {
    return IntStream.range(0, count).mapToObj(any -> thing()).toList();
  }

  private Marked thing() {
    Tlp[] levels = Tlp.values();
    return new Marked(
        levels[random.nextInt(levels.length)],
        one(PERSONS),
        new Audience(some(NAMES), some(GROUPS), some(PERSONS)),
        new Concerned(addresses(), some(ASNS), withAllAbove(some(DOMAINS)), some(COUNTRIES)),
        random.nextInt(8) == 0);
  }

  /** Readers of every role and of several, with and without an organisation, in that many ways. */
  List<Reader> readers(int ways) {
    List<Set<Role>> roles = new ArrayList<>();
    Arrays.stream(Role.values()).forEach(role -> roles.add(Set.of(role)));
    roles.add(Set.of());
    roles.add(Set.of(Role.SUBSCRIBER, Role.PEER));
    roles.add(Set.of(Role.SUBSCRIBER, Role.FOCAL_POINT));
    roles.add(Set.of(Role.FEED, Role.ANALYST));
    Stream<Reader> known =
        roles.stream().flatMap(some -> IntStream.range(0, ways).mapToObj(any -> reader(some)));
    return Stream.concat(Stream.of(Reader.ANONYMOUS), known).toList();
  }

  private Reader reader(Set<Role> roles) {
    Membership membership = new Membership(some(GROUPS), constituency());
    return new Reader(one(PERSONS), roles, random.nextInt(6) == 0 ? null : one(NAMES), membership);
  }

  private Constituency constituency() {
    Set<String> assets = new HashSet<>(some(ASSETS));
    IntStream.range(0, random.nextInt(4)).forEach(any -> assets.add(block()));
    return new Constituency(assets.stream().map(NetworkAsset::parse).toList());
  }

  /** Blocks of every length whose edges lie where the addresses are. */
  private String block() {
    if (random.nextBoolean()) {
      int prefix = 20 + random.nextInt(13);
      return dotted(address() & (-1 << (32 - prefix))) + "/" + prefix;
    }
    int prefix = 112 + random.nextInt(17);
    int last = random.nextInt(64) & (0xffff << (128 - prefix));
    return "2001:db8::" + Integer.toHexString(last) + "/" + prefix;
  }

  private Set<String> addresses() {
    Set<String> addresses = new HashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      addresses.add(
          switch (random.nextInt(8)) {
            case 0 -> "2001:DB8:0:0:0:0:0:" + Integer.toHexString(random.nextInt(64));
            case 1, 2 -> "2001:db8::" + Integer.toHexString(random.nextInt(64));
            case 3 -> "::ffff:" + dotted(address());
            case 4 -> "not an address";
            default -> dotted(address());
          });
    }
    return addresses;
  }

  /** 192.0.2.0 to 192.0.3.255. */
  private int address() {
    return 0xC000_0200 + random.nextInt(512);
  }

  private static String dotted(int address) {
    return Stream.of(address >>> 24, address >> 16 & 255, address >> 8 & 255, address & 255)
        .map(String::valueOf)
        .collect(Collectors.joining("."));
  }

  private static Set<String> withAllAbove(Set<String> names) {
    Set<String> all = new HashSet<>();
    for (String name : names) {
      for (String rest = name; !rest.isEmpty(); rest = above(rest)) {
        all.add(rest);
      }
    }
    return all;
  }

  private static String above(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Mostly few of them. */
  private <T> Set<T> some(List<T> all) {
    int share = random.nextInt(4);
    return all.stream().filter(any -> random.nextInt(8) < share).collect(Collectors.toSet());
  }
}
