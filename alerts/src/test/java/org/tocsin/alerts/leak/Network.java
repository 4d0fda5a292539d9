package org.tocsin.alerts.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.alerts.leak.Onlooker.Entry;
import org.tocsin.model.directory.Contact;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.OrganisationKind;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.Directory;

/** A directory drawn by lot, and the people and machines that look at the exits. */
final class Network implements Directory {
  static final List<String> ORGANISATIONS = List.of("org-a", "org-b", "org-c", "org-d");
  static final List<String> GROUPS = List.of("west", "east", "south");

  /** Who may have sent something in; the first of them is there in every drawing. */
  static final List<String> SUBMITTERS = List.of("feed-1", "peer-1", "focal-point-1", "both-1");

  /** One whom nothing is for but what is for everybody. */
  static final Onlooker STRANGER = new Onlooker("feed-9", Set.of(Role.FEED), null, Entry.NONE);

  /** One nobody vouches for. */
  private static final Onlooker NOBODY =
      new Onlooker(Reader.ANONYMOUS.name(), Set.of(), null, Entry.NONE);

  private static final List<String> PLACES =
      List.of("192.0.2.7", "198.51.100.7", "203.0.113.7", "AS64496", "AS64511", "www.one.example");
  private static final List<String> SERVED =
      List.of("192.0.2.0/24", "198.51.100.0/24", "AS64496", "one.example", "two.example");
  private static final List<Role> OUTSIDE =
      List.of(Role.FOCAL_POINT, Role.FEED, Role.SUBSCRIBER, Role.PEER);

  private final Random random;
  private final List<Organisation> organisations = new ArrayList<>();
  private final List<SharingGroup> groups = new ArrayList<>();
  private final Map<String, Entry> entries = new TreeMap<>();
  private final Map<String, Onlooker> people = new LinkedHashMap<>();

  Network(Random random) {
    this.random = random;
    ORGANISATIONS.forEach(this::organisation);
    GROUPS.forEach(this::group);
    for (Role role : List.of(Role.ANALYST, Role.AUDITOR)) {
      person(role.realmName(), Set.of(role), "org-node");
    }
    for (Role role : OUTSIDE) {
      person(role.realmName() + "-1", Set.of(role), one(ORGANISATIONS));
    }
    List<String> from = new ArrayList<>(ORGANISATIONS);
    from.add("org-unknown");
    person("focal-point-2", Set.of(Role.FOCAL_POINT), one(from));
    person("both-1", Set.copyOf(few(OUTSIDE, 2)), one(from));
    people.put(STRANGER.name(), STRANGER);
  }

  /** The last one is out of the directory, though things are still addressed to it. */
  private void organisation(String id) {
    boolean retired = id.equals(ORGANISATIONS.getLast());
    List<String> places = few(SERVED, random.nextInt(SERVED.size()));
    Tlp ceiling = random.nextInt(3) == 0 ? tlp() : null;
    organisations.add(
        new Organisation(
            id,
            "Name of " + id,
            OrganisationKind.CONSTITUENT,
            null,
            List.of(new Contact("Desk", null, null, "123", List.of(), null, true)),
            List.of(),
            places.stream().map(NetworkAsset::parse).toList(),
            List.of(),
            ceiling,
            retired));
    Entry entry =
        new Entry(new HashSet<>(), Set.copyOf(places), ceiling == null ? Tlp.RED : ceiling);
    entries.put(id, retired ? Entry.NONE : entry);
  }

  private void group(String id) {
    List<String> members = few(ORGANISATIONS, 1 + random.nextInt(3));
    boolean retired = id.equals(GROUPS.getLast()) && random.nextBoolean();
    groups.add(new SharingGroup(id, "Circle " + id, null, one(ORGANISATIONS), members, retired));
    if (!retired) {
      members.stream()
          .filter(member -> entries.get(member) != Entry.NONE)
          .forEach(member -> entries.get(member).groups().add(id));
    }
  }

  private void person(String name, Set<Role> roles, String organisation) {
    Entry entry = entries.getOrDefault(organisation, Entry.NONE);
    people.put(name, new Onlooker(name, roles, organisation, entry));
  }

  List<Onlooker> onlookers() {
    List<Onlooker> all = new ArrayList<>(people.values());
    all.add(NOBODY);
    return all;
  }

  Marking marking(Tlp tlp) {
    return new Marking(
        tlp,
        one(SUBMITTERS),
        named(ORGANISATIONS),
        named(GROUPS),
        named(List.copyOf(people.keySet())),
        random.nextInt(4) == 0 ? "" : one(PLACES));
  }

  private Set<String> named(List<String> all) {
    return random.nextBoolean() ? Set.of() : Set.copyOf(few(all, 1 + random.nextInt(2)));
  }

  Tlp tlp() {
    return one(List.of(Tlp.values()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> List<T> few(List<T> all, int many) {
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, many));
  }

  @Override
  public long edition() {
    return System.identityHashCode(this);
  }

  @Override
  public List<Organisation> organisations() {
    return organisations;
  }

  @Override
  public List<SharingGroup> groups() {
    return groups;
  }
}
