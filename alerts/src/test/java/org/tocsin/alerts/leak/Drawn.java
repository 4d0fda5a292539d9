package org.tocsin.alerts.leak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.tocsin.alerts.leak.Released.Kept;
import org.tocsin.alerts.leak.Thing.Kind;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.IncidentStix;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.release.Release;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.VersionQuery.Of;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes out, drawn by lot: incidents that were made known to others and marked anew, warnings
 * that were updated and withdrawn, objects of several versions, observations.
 */
final class Drawn {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000001Z");

  private final Network network;
  private final Released released;
  private final List<Thing> things = new ArrayList<>();
  private int last;

  private record Version(String mark, Marking marking, boolean revoked) {}

  Drawn(Network network, Released released) {
    this.network = network;
    this.released = released;
    for (int i = 0; i < 8; i++) {
      Tlp tlp = i == 0 ? Tlp.AMBER_STRICT : i == 1 ? Tlp.RED : network.tlp();
      incident(tlp, i);
      warning(tlp, i);
      arrived(Of.OBJECTS, Kind.OBJECT, "objects", tlp, i);
      arrived(Of.OBSERVATIONS, Kind.OBSERVATION, "observations", tlp, i);
    }
    network.groups().forEach(this::collection);
  }

  List<Thing> things() {
    return things;
  }

  private Instant next() {
    return NOON.plusSeconds(++last);
  }

  private void collection(SharingGroup group) {
    things.add(
        new Thing(
            Kind.COLLECTION,
            "group-" + group.id(),
            "\"group-" + group.id() + "\"",
            who -> who.isOfTheTeam() || who.entry().groups().contains(group.id()),
            group));
  }

  private void incident(Tlp tlp, int number) {
    UUID id = new UUID(1, number);
    String victim = "victim-" + number + "@example.org";
    List<Version> versions = new ArrayList<>();
    Marking marking = grouped(network.marking(tlp), number);
    int many = number == 0 ? 1 : 1 + network.below(3);
    for (int i = 0; i < many; i++) {
      Instant at = next();
      Release release = IncidentStix.release(incident(id, marking, victim), journaled(at));
      keep(Of.INCIDENTS, at, release.marked(), release.objects());
      versions.add(new Version(StixTime.micros(at), marking, false));
      Marking other = network.marking(network.tlp());
      marking =
          new Marking(
              other.tlp(),
              marking.submitter(),
              other.organisations(),
              other.groups(),
              other.persons(),
              marking.place());
    }
    String name = "incident--" + id;
    show(Kind.INCIDENT, Kind.TOLD_INCIDENT, "incidents", name, versions, victim);
  }

  private static Incident incident(UUID id, Marking marking, String victim) {
    String place = marking.place();
    return new Incident(
        id,
        "2026-000001",
        null,
        Incident.REPORTS,
        "A case",
        null,
        Rsit.PHISHING,
        new org.tocsin.model.incident.Network(
            place.startsWith("AS") ? Long.valueOf(place.substring(2)) : null,
            place.endsWith("example") ? place : null,
            place.matches("[0-9.]+") ? place : null,
            null),
        Severity.LOW,
        IncidentState.NEW,
        false,
        null,
        marking.tlp(),
        marking.submitter(),
        marking.audience(),
        List.of(
            stix(
                "{\"type\":\"email-addr\",\"id\":\"email-addr--%s\",\"value\":\"%s\"}"
                    .formatted(id, victim))),
        Set.of(),
        List.of(),
        null,
        Set.of(),
        Set.of());
  }

  /** As a warning's report is cut; a third of them was taken back under the marking it had. */
  private void warning(Tlp tlp, int number) {
    String name = "report--" + new UUID(2, number);
    Marking marking = grouped(network.marking(tlp), number);
    Marking first =
        new Marking(tlp, "lead", marking.organisations(), marking.groups(), marking.persons(), "");
    List<Version> versions = new ArrayList<>();
    int many = number == 0 ? 1 : 1 + network.below(3);
    for (int i = 0; i < many; i++) {
      Instant at = next();
      boolean revoked = i > 0 && i == many - 1 && network.below(2) == 0;
      Marking now =
          i == 0 || revoked
              ? versions.isEmpty() ? first : versions.getLast().marking()
              : first.with(Tlp.values()[network.below(tlp.ordinal() + 1)]);
      keep(
          Of.WARNINGS,
          at,
          now.marked(),
          List.of(report(name, at, now.tlp(), revoked), indicator(at, revoked)));
      versions.add(new Version(StixTime.micros(at), now, revoked));
    }
    show(Kind.WARNING, Kind.TOLD_WARNING, "warnings", name, versions, "");
    feed(new UUID(2, number).toString(), versions);
  }

  private static StixObject report(String id, Instant at, Tlp tlp, boolean revoked) {
    return stix(
        """
        {"type": "report", "spec_version": "2.1", "id": "%s", "modified": "%s", "revoked": %s,
         "created": "2026-03-01T12:00:00.000Z", "object_marking_refs": ["%s"], "name": "%s"}
        """
            .formatted(id, StixTime.micros(at), revoked, tlp.markingId(), title(at)));
  }

  private static StixObject indicator(Instant at, boolean revoked) {
    return stix(
        """
        {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s", "revoked": %s,
         "pattern": "[domain-name:value = '%s']"}
        """
            .formatted(new UUID(6, 6), revoked, domain(StixTime.micros(at))));
  }

  private static String domain(String mark) {
    return "d" + Instant.parse(mark).getEpochSecond() + ".attacker.net";
  }

  private static String title(Instant at) {
    return "Title of " + StixTime.micros(at);
  }

  /** Feeds show how a warning stands; of one that was withdrawn, its id and not its title. */
  private void feed(String id, List<Version> versions) {
    Version latest = versions.getLast();
    for (Version version : versions) {
      boolean shown = version == latest && !version.revoked();
      Marking marking = version.marking();
      Predicate<Onlooker> program = who -> marking.tlp() != Tlp.RED && who.sees(marking);
      Predicate<Onlooker> seen = shown ? program : any -> false;
      fed(id, marking, "Title of " + version.mark(), seen, version);
      String domain = domain(version.mark());
      listed(Kind.LISTED, domain, version == latest, seen);
      listed(Kind.HASHED, Hashing.md5().hashString(domain, UTF_8).toString(), shown, seen);
      if (version == latest && version.revoked()) {
        fed(id, marking, id, program, version);
      }
    }
  }

  private void listed(Kind kind, String mark, boolean last, Predicate<Onlooker> seen) {
    things.add(new Thing(kind, "domain", "", mark, last, seen, "", any -> true, mark));
  }

  private void fed(
      String id, Marking marking, String mark, Predicate<Onlooker> seen, Version version) {
    String level =
        switch (marking.tlp()) {
          case CLEAR -> "white";
          case GREEN -> "green";
          case AMBER, AMBER_STRICT -> "amber";
          case RED -> "red";
        };
    boolean last = version.mark().equals(mark.replace("Title of ", "")) || mark.equals(id);
    things.add(new Thing(Kind.FED, level, id, mark, last, seen, "", any -> true, version));
  }

  /** Every group is named by something strict, so that its collection has something to hide. */
  private static Marking grouped(Marking marking, int number) {
    return number > 0
        ? marking
        : new Marking(
            marking.tlp(),
            "peer-1",
            marking.organisations(),
            Set.copyOf(Network.GROUPS),
            marking.persons(),
            marking.place());
  }

  private void show(
      Kind kind, Kind told, String in, String object, List<Version> versions, String personal) {
    Version latest = versions.getLast();
    for (Version version : versions) {
      boolean isLast = version == latest;
      Predicate<Onlooker> person =
          who ->
              who.sees(version.marking())
                  && who.sees(latest.marking())
                  && (isLast || !latest.revoked() || who.isOfTheTeam());
      boolean leaves = version.marking().tlp() != Tlp.RED;
      boolean standing = latest.marking().tlp() != Tlp.RED;
      Predicate<Onlooker> program = who -> leaves && standing && person.test(who);
      Predicate<Onlooker> whole = who -> who.seesAllFrom(version.marking().submitter());
      String what = version + " until " + latest;
      things.add(
          new Thing(kind, in, object, version.mark(), isLast, program, personal, whole, what));
      things.add(
          new Thing(told, in, object, version.mark(), isLast, person, personal, whole, what));
      for (String group : version.marking().groups()) {
        things.add(
            new Thing(
                Kind.GROUPED,
                "group-" + group,
                object,
                version.mark(),
                isLast,
                who -> program.test(who) && takesPart(who, group),
                personal,
                whole,
                what));
      }
    }
  }

  private static boolean takesPart(Onlooker who, String group) {
    return who.isOfTheTeam() || who.entry().groups().contains(group);
  }

  /** Each version of what arrived is for whom it says, and in the inbox of whoever sent it in. */
  private void arrived(Of of, Kind kind, String in, Tlp tlp, int number) {
    boolean seen = of == Of.OBSERVATIONS;
    String object = (seen ? "observed-data--" : "note--") + new UUID(3, number);
    Marking drawn = network.marking(tlp);
    String submitter = number == 0 ? Network.SUBMITTERS.getFirst() : drawn.submitter();
    int many = seen ? 1 : 1 + network.below(2);
    for (int i = 0; i < many; i++) {
      Instant at = next();
      Marking marking =
          Marking.of(i == 0 ? tlp : network.tlp(), submitter, seen ? drawn.place() : "");
      String mark = StixTime.micros(at);
      String author = "author-" + last + ".";
      StixObject whole =
          stix(
              "{\"type\":\"%s\",\"id\":\"%s\",\"modified\":\"%s\",\"authors\":[\"%s\"]}"
                  .formatted(seen ? "observed-data" : "note", object, mark, author));
      keep(of, at, marking.marked(), List.of(whole));
      Predicate<Onlooker> program = who -> marking.tlp() != Tlp.RED && who.sees(marking);
      Predicate<Onlooker> all = who -> who.seesAllFrom(submitter);
      boolean isLast = i == many - 1;
      String personal = seen ? "" : author;
      things.add(new Thing(kind, in, object, mark, isLast, program, personal, all, marking));
      if (!seen) {
        Predicate<Onlooker> own = who -> program.test(who) && submitter.equals(who.name());
        things.add(
            new Thing(Kind.SENT, "inbox", object, mark, isLast, own, personal, all, marking));
      }
    }
  }

  private void keep(Of of, Instant at, Marked marked, List<StixObject> objects) {
    released.all.add(new Kept(of, at, marked, objects));
  }

  private static Journaled journaled(Instant at) {
    Actor lead = new Actor("lead", Set.of(Role.LEAD), null);
    Command command =
        new Command(
            new UUID(4, 4),
            lead,
            Incident.ref(new UUID(1, 0)),
            null,
            "notify",
            EntityJson.MAPPER.createObjectNode());
    return new Journaled(1, at, at, command);
  }

  private static StixObject stix(String json) {
    return new StixObject((ObjectNode) StixJson.MAPPER.readTree(json));
  }
}
