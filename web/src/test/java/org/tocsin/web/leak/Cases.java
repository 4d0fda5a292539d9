package org.tocsin.web.leak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Attachment;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.Attached;
import org.tocsin.web.fake.Followed;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.leak.Thing.Kind;
import tools.jackson.databind.node.ObjectNode;

/**
 * Incidents drawn by lot: with observations that may be stricter than they are, some part of
 * others, some linked; with messages and files from and to whomever.
 */
final class Cases {
  private final Chance chance;
  private final Network network;
  private final Judged judged;
  private final Streamed streamed;
  private final List<Thing> things = new ArrayList<>();

  /**
   * A case.
   *
   * @param members what was observed of it and of its parts
   * @param parts the cases that are part of it, and those that are part of them
   */
  private record Case(
      UUID id, String title, Marking marking, List<UUID> members, List<UUID> parts) {
    List<UUID> withParts() {
      return Stream.concat(Stream.of(id), parts.stream()).toList();
    }
  }

  Cases(
      Chance chance,
      Network network,
      Map<UUID, Marking> observations,
      Judged judged,
      Streamed streamed,
      Followed followed) {
    this.chance = chance;
    this.network = network;
    this.judged = judged;
    this.streamed = streamed;
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      List<UUID> own = new ArrayList<>(chance.few(List.copyOf(sorted(observations)), 2));
      @Nullable Case part = cases.isEmpty() || !chance.once(3) ? null : chance.one(cases);
      @Nullable Case link = cases.isEmpty() || part != null ? null : chance.one(cases);
      cases.add(make(i == 0 ? Tlp.AMBER_STRICT : chance.tlp(), own, part, link, observations));
      followed.episodes.put(cases.getLast().id(), new HashSet<>(own));
    }
    cases.forEach(this::talk);
  }

  private static List<UUID> sorted(Map<UUID, Marking> observations) {
    return observations.keySet().stream().sorted().toList();
  }

  List<Thing> things() {
    return things;
  }

  private Case make(
      Tlp tlp,
      List<UUID> own,
      @Nullable Case part,
      @Nullable Case link,
      Map<UUID, Marking> observations) {
    int number = chance.next();
    Marking said = chance.marking(network, chance.one(network.submitters())).with(tlp);
    List<UUID> members = new ArrayList<>(own);
    if (part != null) {
      members.addAll(part.members());
    }
    Tlp strictest =
        members.stream().map(id -> observations.get(id).tlp()).reduce(tlp, Tlp::stricter);
    Marking marking = said.with(strictest);
    Incident incident = incident(number, said, part, link);
    judged.now.put(incident.ref(), new Revision(incident.ref(), 1, EntityJson.tree(incident)));
    Case made = new Case(incident.id(), incident.title(), marking, members, incident.merged());
    show(made, number, part, link, observations);
    return made;
  }

  private void show(
      Case made,
      int number,
      @Nullable Case part,
      @Nullable Case link,
      Map<UUID, Marking> observations) {
    Marking marking = made.marking();
    String id = made.id().toString();
    Predicate<Onlooker> seen = who -> who.sees(marking);
    add(
        new Thing(
            Kind.INCIDENT,
            id,
            made.title(),
            seen,
            Records.victim(number),
            who -> who.seesAllFrom(marking.submitter()),
            marking));
    add(new Thing(Kind.WORKER, id, "worker-" + number + ".", Onlooker::isOfTheTeam, marking));
    add(new Thing(Kind.TAKEN_UP, id, made.title(), who -> who.isWriter(), marking));
    for (UUID member : made.members()) {
      Marking observed = observations.get(member);
      add(
          new Thing(
              Kind.MEMBER,
              id,
              member.toString(),
              who -> who.sees(marking) && who.sees(observed),
              observed + " of " + marking));
    }
    for (Case other : Stream.of(part, link).filter(Objects::nonNull).toList()) {
      add(
          new Thing(
              Kind.LINKED,
              id,
              other.title(),
              who -> who.sees(marking) && who.sees(other.marking()),
              other.marking() + " of " + marking));
    }
  }

  private static Incident incident(
      int number, Marking said, @Nullable Case part, @Nullable Case link) {
    String place = said.place();
    UUID id = Made.id(number);
    return new Incident(
        id,
        "2026-" + (100_000 + number),
        null,
        Incident.REPORTS,
        "case-" + number + ".",
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
        "worker-" + number + ".",
        said.tlp(),
        said.submitter(),
        new Audience(said.organisations(), said.groups(), said.persons()),
        List.of(Records.stix("email-addr", id, "value", Records.victim(number))),
        link == null ? Set.of() : Set.of(link.id()),
        part == null ? List.of() : part.withParts(),
        null,
        Set.of(),
        Set.of());
  }

  /** From the team to somebody or to nobody, or from somebody to the team. */
  private void talk(Case made) {
    for (Kind kind : List.of(Kind.SAID, Kind.FILE)) {
      String by = chance.one(List.of("analyst", "focal-point-1", "focal-point-2"));
      boolean team = by.equals("analyst");
      List<String> whom = new ArrayList<>(network.organisations());
      whom.addAll(network.submitters());
      String to = team && !chance.once(3) ? chance.one(whom) : "";
      Role role = team ? Role.ANALYST : Role.FOCAL_POINT;
      tell(kind, made, new Actor(by, Set.of(role), null), to);
    }
  }

  private void tell(Kind kind, Case made, Actor by, String to) {
    int number = chance.next();
    UUID id = Made.id(number);
    String mark = "told-" + number + ".";
    Predicate<Onlooker> seen =
        who ->
            who.sees(made.marking())
                && (who.seesAllFrom(by.name())
                    || !to.isEmpty() && (to.equals(who.name()) || who.isOf(to)));
    String what = by.name() + " to '" + to + "' about " + made.marking();
    if (kind == Kind.SAID) {
      judged.journal().append(message(id, made, by, to, mark));
      add(new Thing(Kind.SAID, made.id().toString(), mark, seen, what));
    } else {
      judged.journal().append(file(id, made, by, to, mark));
      add(new Thing(Kind.FILE, made.id() + "#" + id, mark, seen, what));
      add(new Thing(Kind.FILE_NAME, made.id().toString(), mark, seen, what));
    }
  }

  private static Command message(UUID id, Case made, Actor by, String to, String mark) {
    ObjectNode details = EntityJson.MAPPER.createObjectNode().put("text", mark);
    if (!to.isEmpty()) {
      details.put("to", to);
    } else if (by.name().equals("analyst")) {
      details.put("from", "somebody");
    }
    return new Command(id, by, Incident.ref(made.id()), null, "message", details);
  }

  private Command file(UUID id, Case made, Actor by, String to, String mark) {
    Command plain = Attached.file(streamed, id, made.id(), by, mark);
    Attachment told = plain.details(Attachment.class);
    Attachment sent =
        new Attachment(
            told.name(),
            told.mediaType(),
            told.size(),
            told.sha256(),
            told.kept(),
            to.isEmpty() ? null : to,
            null);
    return new Command(id, by, plain.entity(), null, plain.action(), EntityJson.tree(sent));
  }

  private void add(Thing thing) {
    things.add(thing);
  }
}
