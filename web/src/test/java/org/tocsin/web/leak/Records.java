package org.tocsin.web.leak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.tocsin.model.account.Account;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.feed.FeedRules;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StoredIncident;
import org.tocsin.store.StoredObservation;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Led;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Note;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.leak.Thing.Kind;
import tools.jackson.databind.node.ObjectNode;

/** What came in, drawn by lot: observations, objects, submissions; and notes in the journal. */
final class Records {
  /** How a feed is defined, but for its licence. */
  static final String FEED =
      """
      {"provider": "cert-xy", "feed": "xy", "way": "url", "url": "https://feeds.example.org/xy",
       "kind": "list", "format": "url-list", "tlp": "GREEN", "confidence": 80, "schedule": "PT1H",
       "licence": "%s", "documentation": "https://feeds.example.org/"}
      """;

  private static final List<String> ADDRESSES = Network.PLACES.subList(0, 3);

  private final Chance chance;
  private final Network network;
  private final Kept kept;
  private final Streamed streamed;
  private final List<Thing> things = new ArrayList<>();
  private final Map<UUID, Marking> observations = new HashMap<>();

  Records(Chance chance, Network network, Kept kept, Streamed streamed) {
    this.chance = chance;
    this.network = network;
    this.kept = kept;
    this.streamed = streamed;
    observation(Tlp.AMBER_STRICT);
    object(Tlp.AMBER_STRICT);
    for (int i = 0; i < 9; i++) {
      observation(chance.tlp());
      object(chance.tlp());
    }
  }

  /** By id. */
  Map<UUID, Marking> observations() {
    return observations;
  }

  List<Thing> things() {
    return things;
  }

  private void observation(Tlp tlp) {
    int number = chance.next();
    String submitter = chance.one(network.submitters());
    String ip = chance.one(ADDRESSES);
    RawLocation raw = new RawLocation(Lane.BULK, 0, number);
    String victim = victim(number);
    StoredObservation plain =
        Made.observation(number, tlp, submitter, Rsit.C2_SERVER, Made.NOON, raw);
    List<StixObject> objects = new ArrayList<>(plain.objects());
    objects.removeIf(object -> object.type().equals("ipv4-addr"));
    objects.add(stix("ipv4-addr", plain.id(), "value", ip));
    objects.add(stix("email-addr", plain.id(), "value", victim));
    kept.observations.add(
        new StoredObservation(
            plain.id(),
            plain.slot(),
            plain.origin(),
            submitter,
            plain.format(),
            plain.observedAt(),
            plain.collectedAt(),
            plain.added(),
            plain.rsit(),
            plain.reportType(),
            tlp,
            raw,
            plain.start(),
            plain.length(),
            objects));
    streamed.records.put(
        raw, Made.raw(number, "shadowserver", "", Made.HEADER + Made.row(number, ip), 1));
    Marking marking = Marking.of(tlp, submitter, ip);
    observations.put(plain.id(), marking);
    String id = plain.id().toString();
    Predicate<Onlooker> whole = who -> who.seesAllFrom(submitter);
    add(new Thing(Kind.OBSERVATION, id, id, who -> who.sees(marking), victim, whole, marking));
    add(new Thing(Kind.HUNTED, "", id, Onlooker::isOfTheTeam, marking));
    add(new Thing(Kind.BYTES, id, "host" + number + ".", whole, marking));
  }

  static String victim(int number) {
    return "victim-" + number + "@example.org";
  }

  static StixObject stix(String type, UUID id, String name, String value) {
    return Made.stix(
        "{\"type\":\"%1$s\",\"id\":\"%1$s--%2$s\",\"%3$s\":\"%4$s\"}"
            .formatted(type, id, name, value));
  }

  private void object(Tlp tlp) {
    int number = chance.next();
    String submitter = chance.one(network.submitters());
    String mark = "thing-" + number + ".";
    String author = "author-" + number + ".";
    kept.objects.add(
        Made.object(
            number,
            tlp,
            submitter,
            "{\"type\":\"note\",\"id\":\"note--%s\",\"content\":\"%s\",\"authors\":[\"%s\"]}"
                .formatted(Made.id(number), mark, author)));
    Marking marking = Marking.of(tlp, submitter, "");
    add(
        new Thing(
            Kind.OBJECT,
            mark,
            mark,
            who -> who.sees(marking),
            author,
            who -> who.seesAllFrom(submitter),
            marking));
  }

  /** Submissions, what could not be read of them, and the incidents all of them led to. */
  void submissions(Led led) {
    Map<String, Marking> to = new HashMap<>();
    for (Tlp tlp : List.of(Tlp.AMBER_STRICT, chance.tlp())) {
      String number = "2025-" + (100_000 + chance.next());
      StoredIncident incident = Led.incident(number, tlp);
      led.to.add(incident);
      to.put(number, Marking.of(tlp, "correlator", ""));
    }
    network.submitters().forEach(submitter -> submission(submitter, to));
  }

  private void submission(String submitter, Map<String, Marking> to) {
    int number = chance.next();
    Origin origin = new Origin("provider-" + number + ".", "reports");
    UUID id = Made.id(number);
    String receipt = id.toString();
    String reject = receipt + "-0-0";
    Instant now = Instant.now().minusSeconds(1);
    var submission = Made.submission(number, submitter, origin, "file", now, 5);
    kept.receipts.add(Made.complete(submission, Account.NONE));
    kept.unbalanced.add(Made.complete(submission, Account.NONE));
    streamed.submissions.put(id, submission);
    kept.rejects.add(Made.reject(number, 0, submitter, 2L, "ip", RejectReason.BAD_VALUE));
    streamed.records.put(
        new RawLocation(Lane.BULK, 0, number),
        Made.raw(number, "shadowserver", "", Made.HEADER + Made.row(number, "192.0.2.1"), 1));
    Predicate<Onlooker> whole = who -> who.seesAllFrom(submitter);
    add(new Thing(Kind.REJECT, reject, reject, whole, submitter));
    add(new Thing(Kind.RECEIPT, receipt, receipt, whole, submitter));
    add(new Thing(Kind.ACCOUNT, "", origin.provider(), whole, submitter));
    to.forEach((incident, marking) ->
        add(
            new Thing(
                Kind.LED_TO,
                receipt,
                incident,
                who -> who.seesAllFrom(submitter) && who.sees(marking),
                marking)));
  }

  /** The journal is the team's; what became of a command is for whoever gave it, too. */
  void decisions(Judged judged) {
    for (String giver : chance.few(network.submitters(), 3)) {
      int number = chance.next();
      String mark = "words-" + number + ".";
      Actor actor = new Actor(giver, Set.of(Role.FEED), null);
      judged.journal().append(Note.command(Made.id(number), "write", actor, null, mark));
      String id = Made.id(number).toString();
      add(new Thing(Kind.DECISION, "", mark, Onlooker::isOfTheTeam, giver));
      add(new Thing(Kind.COMMAND, id, mark, who -> who.seesAllFrom(giver), giver));
    }
    add(new Thing(Kind.PROOF, "", "entries", Onlooker::isOfTheTeam, "the journal"));
    add(new Thing(Kind.FEED, "osint", "osint-provider", Onlooker::isOfTheTeam, "a feed"));
    add(new Thing(Kind.WAY, "push", "push", Onlooker::isOfTheTeam, "a way in"));
  }

  /** How a feed is defined is for admins to change. */
  void feeds(Judged judged) {
    String mark = "licence-" + chance.next();
    ObjectNode definition = (ObjectNode) EntityJson.MAPPER.readTree(FEED.formatted(mark));
    Actor admin = new Actor("admin-9", Set.of(Role.ADMIN), null);
    UUID command = Made.id(chance.next());
    judged
        .journal()
        .append(new Command(command, admin, Feed.ref("sensors"), 0L, FeedRules.PUT, definition));
    add(new Thing(Kind.DEFINED, "sensors", mark, who -> who.is(Role.ADMIN), "a definition"));
  }

  private void add(Thing thing) {
    things.add(thing);
  }
}
