package org.tocsin.web.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.tocsin.model.journal.Decision.Verdict;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.model.warning.Warning;
import org.tocsin.web.fake.Carried;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.leak.Thing.Kind;

/**
 * Warnings that went their way through the journal as lots were drawn: some only written, some
 * updated, withdrawn, narrowed, acknowledged.
 */
final class Warned {
  private final Carried carried;
  private final Chance chance;
  private final Network network;
  private final Judged judged;
  private final List<Thing> things = new ArrayList<>();

  Warned(Chance chance, Network network, Judged judged, Carried carried) {
    this.carried = carried;
    this.chance = chance;
    this.network = network;
    this.judged = judged;
    wander(Tlp.AMBER_STRICT, 1);
    wander(Tlp.AMBER, 2);
    wander(Tlp.GREEN, 3);
    wander(Tlp.CLEAR, 4);
    for (int i = 0; i < 5; i++) {
      wander(chance.tlp(), chance.below(6));
    }
  }

  List<Thing> things() {
    return things;
  }

  /** A version as it was published. */
  private record Version(String title, Marking marking) {}

  private void wander(Tlp tlp, int way) {
    UUID id = Made.id(chance.next());
    Marking first = way == 2 ? toAll(tlp) : addressed(tlp);
    String title = title();
    decide(id, "create", "lead", Role.LEAD, content(title, first));
    add(new Thing(Kind.STANDING, id.toString(), title, Onlooker::isWriter, first));
    if (way == 0) {
      show(id, List.of(), first);
      return;
    }
    publish(id);
    List<Version> versions = new ArrayList<>(List.of(new Version(title, first)));
    switch (way) {
      case 1 -> update(id, versions, true);
      case 2 -> narrow(id, versions);
      case 3 -> decide(id, "withdraw", "lead", Role.LEAD, "{\"reason\": \"over\"}");
      case 4 -> acknowledge(id, versions);
      default -> update(id, versions, chance.once(2));
    }
    show(id, versions, first);
  }

  /** Looser or to more, since a version reaches all readers of the one before. */
  private void update(UUID id, List<Version> versions, boolean published) {
    Marking before = versions.getLast().marking();
    Marking now = before.with(Tlp.values()[chance.below(before.tlp().ordinal() + 1)]);
    String title = title();
    if (!decide(id, "update", "lead", Role.LEAD, content(title, now))) {
      return;
    }
    add(new Thing(Kind.WORKING, id.toString(), title, Onlooker::isOfTheTeam, now));
    if (published && publish(id)) {
      versions.add(new Version(title, now));
      things.removeLast();
    }
  }

  private void narrow(UUID id, List<Version> versions) {
    UUID into = Made.id(chance.next());
    Marking before = versions.getLast().marking();
    String one = chance.one(network.standing(false));
    Marking now = new Marking(Tlp.AMBER_STRICT, "lead", Set.of(one), Set.of(), Set.of(), "");
    String json =
        """
        {"into": "%s", "tlp": "TLP:AMBER+STRICT", "reason": "over",
         "audience": {"organisations": ["%s"], "groups": [], "persons": []}}
        """
            .formatted(into, one);
    if (decide(id, "narrow", "lead", Role.LEAD, json)) {
      show(into, List.of(new Version(versions.getLast().title(), now)), now);
      add(
          new Thing(
              Kind.SUCCESSOR,
              id.toString(),
              into.toString(),
              who -> who.sees(before) && who.sees(now),
              now + " after " + before));
    }
  }

  private void acknowledge(UUID id, List<Version> versions) {
    String name = "reader-" + chance.next() + ".";
    Marking marking = versions.getLast().marking();
    String organisation = chance.one(network.organisations());
    judged
        .journal()
        .append(
            Made.command(
                Warning.ref(id),
                "acknowledge",
                name,
                Role.FOCAL_POINT,
                organisation,
                "{\"version\": 1}"));
    add(
        new Thing(
            Kind.ACKNOWLEDGED,
            id.toString(),
            name,
            who -> who.sees(marking) && (who.isOfTheTeam() || who.isOf(organisation)),
            organisation + " of " + marking));
  }

  private void show(UUID id, List<Version> versions, Marking first) {
    String number = judged.now.get(Warning.ref(id)).as(Warning.class).number();
    if (versions.isEmpty()) {
      add(new Thing(Kind.WARNING, id.toString(), number, Onlooker::isOfTheTeam, "draft " + first));
      return;
    }
    Version last = versions.getLast();
    Predicate<Onlooker> seen = who -> who.sees(last.marking());
    add(new Thing(Kind.WARNING, id.toString(), number, seen, last.marking()));
    add(new Thing(Kind.PUBLISHED, id.toString(), number, seen, last.marking()));
    deliver(id, last.marking());
    for (int at = 1; at <= versions.size(); at++) {
      Version version = versions.get(at - 1);
      Predicate<Onlooker> both = who -> who.sees(last.marking()) && who.sees(version.marking());
      String what = version.marking() + " before " + last.marking();
      add(new Thing(Kind.VERSION, id + "#" + at, version.title(), both, what));
      add(new Thing(Kind.TITLE, id.toString(), version.title(), both, what));
      if (at > 1) {
        Version before = versions.get(at - 2);
        Predicate<Onlooker> all = who -> both.test(who) && who.sees(before.marking());
        add(new Thing(Kind.EARLIER, id + "#" + at, before.title(), all, before.marking()));
      }
    }
  }

  private void deliver(UUID id, Marking marking) {
    String recipient = chance.one(network.names());
    String organisation = chance.one(network.organisations());
    String delivery = carried.dead(id, recipient, organisation).toString();
    Predicate<Onlooker> own =
        who ->
            who.sees(marking)
                && (who.isOfTheTeam()
                    || who.name().equals(recipient)
                    || who.is(Role.FOCAL_POINT) && who.isOf(organisation));
    String what = "for " + recipient + " of " + organisation + " of " + marking;
    add(new Thing(Kind.DELIVERED, id.toString(), delivery, own, what));
    add(new Thing(Kind.DELIVERY, delivery, delivery, own, what));
    Predicate<Onlooker> seen = who -> who.sees(marking);
    add(new Thing(Kind.ON_BOARD, id + "#" + delivery, delivery, seen, what));
  }

  private Marking toAll(Tlp tlp) {
    Set<String> organisations = Set.copyOf(network.standing(false));
    Set<String> persons = tlp == Tlp.RED ? Set.copyOf(network.names()) : Set.of();
    return new Marking(tlp, "lead", organisations, Set.of(), persons, "");
  }

  private Marking addressed(Tlp tlp) {
    Set<String> organisations = Set.copyOf(chance.few(network.standing(false), chance.below(3)));
    List<String> groups = network.standing(true);
    boolean needed = organisations.isEmpty() && (tlp == Tlp.AMBER || tlp == Tlp.AMBER_STRICT);
    Set<String> named = Set.copyOf(chance.few(groups, needed ? 1 : chance.below(2)));
    Set<String> persons = tlp == Tlp.RED ? Set.copyOf(chance.few(network.names(), 4)) : Set.of();
    return new Marking(tlp, "lead", organisations, named, persons, "");
  }

  private String title() {
    return "title-" + chance.next() + ".";
  }

  private static String content(String title, Marking marking) {
    return """
    {"title": "%s", "summary": "S", "severity": "high", "tlp": "%s",
     "audience": {"organisations": %s, "groups": %s, "persons": %s}}
    """
        .formatted(
            title,
            marking.tlp().label(),
            Network.list(marking.organisations()),
            Network.list(marking.groups()),
            Network.list(marking.persons()));
  }

  private boolean publish(UUID id) {
    decide(id, "submit", "lead", Role.LEAD, "{}");
    String hash = judged.now.get(Warning.ref(id)).as(Warning.class).working().content().hash();
    decide(id, "approve", "admin", Role.ADMIN, "{\"hash\": \"" + hash + "\"}");
    return decide(id, "publish", "lead", Role.LEAD, "{}");
  }

  private boolean decide(UUID id, String action, String by, Role role, String json) {
    judged.journal().append(Made.command(Warning.ref(id), action, by, role, json));
    return judged.decided.getLast().verdict() == Verdict.APPLIED;
  }

  private void add(Thing thing) {
    things.add(thing);
  }
}
