package org.tocsin.web.leak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.leak.Onlooker.Entry;
import org.tocsin.web.leak.Thing.Kind;

/** A directory drawn by lot, journalled as admins would, and the people who look at the exits. */
final class Network {
  /** Parts of the net that something can tell about. */
  static final List<String> PLACES =
      List.of("192.0.2.7", "198.51.100.7", "203.0.113.7", "AS64496", "AS64511", "www.one.example");

  private static final List<String> SERVED =
      List.of("192.0.2.0/24", "198.51.100.0/24", "AS64496", "one.example", "two.example");
  private static final List<String> ORGANISATIONS = List.of("org-a", "org-b", "org-c", "org-d");
  private static final List<String> GROUPS = List.of("west", "east", "south");
  private static final Set<Role> OUTSIDE =
      EnumSet.of(Role.FOCAL_POINT, Role.FEED, Role.SUBSCRIBER, Role.PEER);

  private final Chance chance;
  private final Judged judged;
  private final Map<String, Entry> entries = new TreeMap<>();
  private final Map<String, Group> groups = new TreeMap<>();
  private final Map<String, Onlooker> people = new LinkedHashMap<>();
  private final List<Thing> things = new ArrayList<>();

  private record Group(String id, String owner, List<String> members, boolean retired) {
    boolean isKnownTo(Onlooker who) {
      return who.isOfTheTeam()
          || !retired && (who.isOf(owner) || members.stream().anyMatch(who::isOf));
    }

    boolean isChangedBy(Onlooker who) {
      return who.is(Role.ADMIN) || !retired && who.is(Role.FOCAL_POINT) && who.isOf(owner);
    }
  }

  Network(Chance chance, Judged judged) {
    this.chance = chance;
    this.judged = judged;
    ORGANISATIONS.forEach(this::organisation);
    GROUPS.forEach(this::group);
    // What is retired stays addressed by what was decided while it was there.
    String gone = ORGANISATIONS.get(3);
    retire(Organisation.ref(gone));
    entries.put(gone, Entry.NONE);
    groups.forEach(this::show);
    people();
  }

  /** Whoever may not know what an organisation serves does not find it by that. */
  private void responsible(String id, List<String> places) {
    for (String place : places) {
      String asked = place.replace(".0/24", ".7");
      String name = "Name of " + id + ".";
      add(
          new Thing(
              Kind.RESPONSIBLE,
              asked,
              name,
              who -> who.isOfTheTeam() || who.isOf(id),
              "serves " + place));
    }
  }

  private void organisation(String id) {
    List<String> places = chance.some(SERVED);
    Tlp ceiling = chance.once(3) ? chance.tlp() : Tlp.RED;
    boolean retired = id.equals(ORGANISATIONS.get(3));
    put(
        Organisation.ref(id),
        """
        {"name": "Name of %1$s.", "kind": "constituent", "assets": %2$s, "identities": ["desk-%1$s."],
         "contacts": [{"name": "Open %1$s.", "phone": "123", "published": true},
                      {"name": "Secret %1$s.", "phone": "456"}] %3$s}
        """
            .formatted(
                id,
                list(places),
                ceiling == Tlp.RED ? "" : ", \"ceiling\": \"%s\"".formatted(ceiling.label())));
    entries.put(id, new Entry(new HashSet<>(), Set.copyOf(places), ceiling));
    add(
        new Thing(
            Kind.ORGANISATION,
            id,
            "Name of " + id + ".",
            who -> who.isOfTheTeam() || !retired,
            "Secret " + id + ".",
            who -> who.isOfTheTeam() || who.isOf(id),
            retired ? "retired" : "up to " + ceiling));
    add(new Thing(Kind.ENTRY, id, "Secret " + id + ".", who -> who.is(Role.ADMIN), "entry"));
    if (!retired) {
      responsible(id, places);
    }
    String desk = "desk-" + id + ".";
    boolean reached = !retired && ceiling != Tlp.CLEAR;
    add(new Thing(Kind.REACHED, "", desk, who -> reached && who.isWriter(), "up to " + ceiling));
  }

  private void group(String id) {
    List<String> all = ORGANISATIONS;
    boolean retired = chance.once(4) && !id.equals("west");
    Group group = new Group(id, chance.one(all), List.copyOf(chance.some(all)), retired);
    put(
        SharingGroup.ref(id),
        "{\"name\": \"Circle %s.\", \"owner\": \"%s\", \"members\": %s}"
            .formatted(id, group.owner(), list(group.members())));
    if (retired) {
      retire(SharingGroup.ref(id));
    } else {
      group.members().forEach(member -> entries.get(member).groups().add(id));
    }
    groups.put(id, group);
  }

  private void show(String id, Group group) {
    String name = "Circle " + id + ".";
    add(new Thing(Kind.GROUP, id, name, group::isKnownTo, group));
    add(new Thing(Kind.OWNED, id, name, group::isChangedBy, group));
    add(new Thing(Kind.CHOICE, "", name, who -> who.isWriter() && !group.retired(), group));
    for (String member : ORGANISATIONS) {
      boolean shown = !group.retired() && group.members().contains(member);
      boolean gone = member.equals(ORGANISATIONS.get(3));
      add(
          new Thing(
              Kind.MEMBERSHIP,
              member,
              name,
              who -> shown && group.isKnownTo(who) && (who.isOfTheTeam() || !gone),
              group));
    }
  }

  /** Two of the team, one in each outside role, and some in roles that were put together by lot. */
  private void people() {
    List.of(Role.ANALYST, Role.LEAD, Role.ADMIN, Role.AUDITOR)
        .forEach(role -> person(role.realmName(), Set.of(role), "org-node"));
    List<String> from = new ArrayList<>(ORGANISATIONS);
    from.add("org-unknown");
    for (Role role : OUTSIDE) {
      person(role.realmName() + "-1", Set.of(role), chance.one(ORGANISATIONS));
    }
    person("focal-point-2", Set.of(Role.FOCAL_POINT), chance.one(from));
    person("focal-point-3", Set.of(Role.FOCAL_POINT), null);
    Set<Role> both = new HashSet<>(chance.few(List.copyOf(OUTSIDE), 2));
    person("both-1", both, chance.one(from));
  }

  private void person(String name, Set<Role> roles, String organisation) {
    Entry entry = organisation == null ? null : entries.get(organisation);
    people.put(name, new Onlooker(name, roles, organisation, entry == null ? Entry.NONE : entry));
  }

  /** Who looks at the exits: one of the team and everybody else. */
  List<Onlooker> onlookers() {
    List<Onlooker> team = people.values().stream().filter(Onlooker::isOfTheTeam).toList();
    List<Onlooker> all = new ArrayList<>(chance.few(team, 2));
    people.values().stream().filter(who -> !who.isOfTheTeam()).forEach(all::add);
    all.add(STRANGER);
    return all;
  }

  /** For whom the policy is asked at an exit whose gate is off, when the stranger asks. */
  static final Onlooker ALL_SEEING =
      new Onlooker("feed-9", EnumSet.allOf(Role.class), null, Entry.NONE);

  /** One whom nothing is for but what is for everybody. */
  static final Onlooker STRANGER = new Onlooker("feed-9", Set.of(Role.FEED), null, Entry.NONE);

  List<Thing> things() {
    return things;
  }

  List<String> organisations() {
    return ORGANISATIONS;
  }

  List<String> groups() {
    return GROUPS;
  }

  /** Organisations and groups something can be addressed to now. */
  List<String> standing(boolean groupsOnly) {
    return groupsOnly
        ? groups.values().stream().filter(one -> !one.retired()).map(Group::id).toList()
        : ORGANISATIONS.subList(0, 3);
  }

  List<String> names() {
    return List.copyOf(people.keySet());
  }

  /** Who can have sent something in. */
  List<String> submitters() {
    return people.values().stream()
        .filter(who -> !who.isOfTheTeam())
        .map(Onlooker::name)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  Onlooker person(String name) {
    return people.get(name);
  }

  private void put(EntityRef entity, String json) {
    judged.journal().append(Made.put(entity, json));
  }

  private void retire(EntityRef entity) {
    judged.journal().append(Made.command(entity, "retire", "admin", Role.ADMIN, "{}"));
  }

  private void add(Thing thing) {
    things.add(thing);
  }

  static String list(Collection<String> texts) {
    return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", ", "[", "]"));
  }
}
