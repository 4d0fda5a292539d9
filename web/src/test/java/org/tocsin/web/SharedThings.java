package org.tocsin.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tocsin.model.account.Account;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.StoredObservation;
import org.tocsin.web.fake.Attached;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Note;
import org.tocsin.web.fake.Streamed;

/** One thing of every kind and level from every submitter, at home and abroad. */
final class SharedThings {
  static final List<String> SUBMITTERS = List.of("feed-1", "focal-fr");

  /** Numbers up to this have addresses that the organisation of the tests serves. */
  private static final int ABROAD = 100;

  /** What an exit can show. */
  enum Kind {
    OBSERVATION,
    BYTES,
    OBJECT,
    INCIDENT,
    /** A file of an incident. */
    FILE,
    REJECT,
    RECEIPT,
    ACCOUNT,
    DECISION,
    COMMAND,
    WARNING,
    /** What was published of a warning. */
    PUBLISHED,
    /** What comes of a command, which shows only what its incident's own exits show. */
    ANSWER,
    /** How much there is, and nothing of what. */
    PROOF,
    /** What is fetched from whom, which is the team's business. */
    FEED,
    /** Who is in the network, which {@link SharingGateTest} walks. */
    DIRECTORY
  }

  /**
   * A thing to see or not to see.
   *
   * @param id what an exit for one of them is asked with
   * @param mark what is in an answer that shows it
   * @param home whether it concerns the organisation of the tests
   * @param personal what only those may see who see it whole, empty for nothing
   */
  record Thing(
      Kind kind,
      String id,
      String mark,
      Tlp tlp,
      String submitter,
      boolean home,
      String personal) {}

  private final List<Thing> things = new ArrayList<>();
  private final Kept kept;
  private final Streamed streamed;
  private final Judged judged;

  private SharedThings(Kept kept, Streamed streamed, Judged judged) {
    this.kept = kept;
    this.streamed = streamed;
    this.judged = judged;
  }

  /** Puts them all there. */
  static List<Thing> keep(Kept kept, Streamed streamed, Judged judged) {
    SharedThings made = new SharedThings(kept, streamed, judged);
    made.warnings();
    made.add(Kind.FEED, "osint", "osint-provider", Tlp.CLEAR, "nobody", false, "");
    for (int i = 0; i < SUBMITTERS.size(); i++) {
      for (Tlp tlp : Tlp.values()) {
        int number = 10 * i + tlp.ordinal() + 1;
        made.observation(number, tlp, SUBMITTERS.get(i), true);
        made.observation(ABROAD + number, tlp, SUBMITTERS.get(i), false);
        made.object(200 + number, tlp, SUBMITTERS.get(i));
        made.incident(300 + number, tlp, SUBMITTERS.get(i), true);
        made.incident(400 + number, tlp, SUBMITTERS.get(i), false);
      }
      made.submission(700 + i, SUBMITTERS.get(i));
      made.decision(800 + i, SUBMITTERS.get(i));
    }
    return made.things;
  }

  private void observation(int number, Tlp tlp, String submitter, boolean home) {
    RawLocation raw = new RawLocation(Lane.BULK, 0, number);
    String victim = "victim-" + number + "@example.org";
    StoredObservation plain =
        Made.observation(number, tlp, submitter, Rsit.C2_SERVER, Made.NOON, raw);
    List<StixObject> objects = new ArrayList<>(plain.objects());
    objects.add(
        Made.stix(
            "{\"type\":\"email-addr\",\"id\":\"email-addr--%s\",\"value\":\"%s\"}"
                .formatted(plain.id(), victim)));
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
        raw, Made.raw(number, "shadowserver", "", Made.HEADER + Made.row(number, "192.0.2.1"), 1));
    String id = plain.id().toString();
    add(Kind.OBSERVATION, id, id, tlp, submitter, home, victim);
    add(Kind.BYTES, id, "host" + number + ".", tlp, submitter, home, "");
  }

  private void object(int number, Tlp tlp, String submitter) {
    String mark = "thing-" + number;
    kept.objects.add(
        Made.object(
            number,
            tlp,
            submitter,
            "{\"type\":\"indicator\",\"id\":\"indicator--%s\",\"name\":\"%s\"}"
                .formatted(Made.id(number), mark)));
    add(Kind.OBJECT, mark, mark, tlp, submitter, false, "");
  }

  private void submission(int number, String submitter) {
    Instant now = Instant.now().minusSeconds(1);
    Origin origin = new Origin("provider-" + number, "reports");
    UUID receipt = Made.id(number);
    var submission = Made.submission(number, submitter, origin, "file", now, 5);
    kept.receipts.add(Made.complete(submission, Account.NONE));
    kept.unbalanced.add(Made.complete(submission, Account.NONE));
    streamed.submissions.put(receipt, submission);
    kept.rejects.add(Made.reject(number, 0, submitter, 2L, "ip", RejectReason.BAD_VALUE));
    streamed.records.put(
        new RawLocation(Lane.BULK, 0, number),
        Made.raw(number, "shadowserver", "", Made.HEADER + Made.row(number, "192.0.2.1"), 1));
    String reject = receipt + "-0-0";
    add(Kind.REJECT, reject, reject, Tlp.RED, submitter, false, "");
    add(Kind.RECEIPT, receipt.toString(), receipt.toString(), Tlp.RED, submitter, false, "");
    add(Kind.ACCOUNT, origin.provider(), origin.provider(), Tlp.RED, submitter, false, "");
  }

  /** One of each level, for those of the group of the tests and for others, and drafts. */
  private void warnings() {
    WarnedThings warned = new WarnedThings(judged);
    for (Tlp tlp : Tlp.values()) {
      int number = 900 + 10 * tlp.ordinal();
      published(warned, number, tlp, "energy");
      if (tlp == Tlp.AMBER || tlp == Tlp.AMBER_STRICT) {
        published(warned, number + 1, tlp, "banks");
      }
      String draft = warned.draft(number + 2, tlp, "energy");
      add(Kind.WARNING, Made.id(number + 2).toString(), draft, tlp, "", true, "");
    }
  }

  private void published(WarnedThings warned, int number, Tlp tlp, String group) {
    String mark = warned.published(number, tlp, group);
    for (Kind kind : List.of(Kind.WARNING, Kind.PUBLISHED)) {
      add(kind, Made.id(number).toString(), mark, tlp, "lead", group.equals("energy"), "");
    }
  }

  private void incident(int number, Tlp tlp, String reporter, boolean home) {
    String ip = (home ? "192.0.2." : "198.51.100.") + number % 60;
    String victim = "victim-" + number + "@example.org";
    Incident incident =
        new Incident(
            Made.id(number),
            "2026-000" + number,
            null,
            Incident.REPORTS,
            "case-" + number + ".",
            null,
            Rsit.PHISHING,
            new Network(null, null, ip, null),
            Severity.LOW,
            IncidentState.NEW,
            false,
            null,
            tlp,
            reporter,
            Audience.NOBODY,
            List.of(
                Made.stix(
                    "{\"type\":\"email-addr\",\"id\":\"email-addr--%s\",\"value\":\"%s\"}"
                        .formatted(Made.id(number), victim))),
            Set.of(),
            List.of(),
            null,
            Set.of(),
            Set.of());
    judged.now.put(incident.ref(), new Revision(incident.ref(), 1, EntityJson.tree(incident)));
    add(Kind.INCIDENT, incident.id().toString(), incident.title(), tlp, reporter, home, victim);
    if (tlp == Tlp.GREEN && home) {
      file(incident, reporter.equals("focal-fr"));
    }
  }

  /**
   * From whoever reported it or from the team, under the id of the incident, which others see too.
   */
  private void file(Incident incident, boolean theirs) {
    Actor actor =
        theirs
            ? new Actor("focal-fr", Set.of(Role.FOCAL_POINT), null)
            : new Actor("analyst", Set.of(Role.ANALYST), null);
    String mark = "file-" + incident.title();
    judged.journal().append(Attached.file(streamed, incident.id(), incident.id(), actor, mark));
    add(Kind.FILE, incident.id().toString(), mark, incident.tlp(), actor.name(), true, "");
  }

  /** The journal is the team's; what became of a command is for whoever gave it, too. */
  private void decision(int number, String giver) {
    String mark = "words-" + number;
    Actor actor = new Actor(giver, Set.of(Role.FEED), null);
    judged.journal().append(Note.command(Made.id(number), "write", actor, null, mark));
    String id = Made.id(number).toString();
    add(Kind.DECISION, id, mark, Tlp.RED, "", false, "");
    add(Kind.COMMAND, id, mark, Tlp.RED, giver, false, "");
  }

  private void add(
      Kind kind, String id, String mark, Tlp tlp, String submitter, boolean home, String personal) {
    things.add(new Thing(kind, id, mark, tlp, submitter, home, personal));
  }
}
