package org.tocsin.web.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Frame;
import org.tocsin.model.account.Submission;
import org.tocsin.model.incident.Episode;
import org.tocsin.model.incident.Network;
import org.tocsin.model.incident.Opening;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Slot;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.Listing;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.store.StoredObject;
import org.tocsin.store.StoredObservation;
import org.tocsin.store.StoredReject;
import tools.jackson.databind.node.ObjectNode;

/** Makes things to look at; addresses are those kept for documentation (RFC 5737, RFC 2606). */
public final class Made {
  public static final Origin ORIGIN = new Origin("shadowserver", "reports");
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  public static final String HEADER = "timestamp,ip,asn,geo,hostname,tag\n";

  private Made() {}

  public static UUID id(int number) {
    return new UUID(0x1234_5678_0000_5000L, 0x8000_0000_0000_0000L + number);
  }

  public static StixObject stix(String json) {
    return new StixObject((ObjectNode) StixJson.MAPPER.readTree(json));
  }

  public static StoredObservation observation(
      int number, Tlp tlp, String submitter, Rsit rsit, Instant when, RawLocation raw) {
    String ip = "192.0.2." + (number % 250 + 1);
    String row = row(number, ip);
    return new StoredObservation(
        id(number),
        new Slot(id(9_000), 0, number),
        ORIGIN,
        submitter,
        "shadowserver",
        when,
        when.plusSeconds(3_600),
        when.plusSeconds(3_605).plusNanos(number * 1_000L),
        rsit,
        "scan_http",
        tlp,
        raw,
        HEADER.length(),
        row.length(),
        objects(number, ip));
  }

  /** An entry of a list that was last reported and, where given, ended then. */
  public static StoredObservation listed(
      int number, Instant lastReported, @Nullable Instant endedAt) {
    StoredObservation event =
        observation(
            number, Tlp.GREEN, "feed-1", Rsit.C2_SERVER, NOON, new RawLocation(Lane.BULK, 0, 5));
    return new StoredObservation(
        event.id(),
        event.slot(),
        event.origin(),
        event.submitter(),
        event.format(),
        event.observedAt(),
        event.collectedAt(),
        event.added(),
        event.rsit(),
        event.reportType(),
        event.tlp(),
        event.raw(),
        event.start(),
        event.length(),
        new Listing(lastReported, endedAt),
        event.objects());
  }

  public static String row(int number, String ip) {
    return "2026-03-01 11:00:00," + ip + ",64496,SE,host" + number + ".example.org,\"http;open\"\n";
  }

  private static List<StixObject> objects(int number, String ip) {
    List<StixObject> objects = new ArrayList<>();
    ObjectNode seen = StixJson.MAPPER.createObjectNode();
    seen.put("type", "observed-data").put("spec_version", "2.1");
    seen.put("id", "observed-data--" + id(number));
    seen.put("created", "2026-03-01T12:00:00.000Z").put("modified", "2026-03-01T12:00:00.000Z");
    seen.put("first_observed", "2026-03-01T11:00:00Z").put("last_observed", "2026-03-01T11:00:00Z");
    seen.put("number_observed", 1);
    seen.putArray("object_refs").add("ipv4-addr--" + id(number)).add("domain-name--" + id(number));
    ObjectNode extension = seen.putObject("extensions").putObject(TocsinExtension.ID);
    extension.put("extension_type", "property-extension");
    extension.put(TocsinExtension.CLASSIFICATION, "vulnerable");
    extension.put(TocsinExtension.PROVIDER, "shadowserver");
    extension.putArray(TocsinExtension.COUNTRIES).add("SE");
    ObjectNode fields = extension.putObject(TocsinExtension.FIELDS);
    Map.of("tag", "http;open", "http_title", "<script>alert('never run')</script>", "port", "8080")
        .forEach(fields::put);
    objects.add(new StixObject(seen));
    objects.add(
        stix(
            "{\"type\":\"ipv4-addr\",\"spec_version\":\"2.1\",\"id\":\"ipv4-addr--%s\",\"value\":\"%s\"}"
                .formatted(id(number), ip)));
    objects.add(
        stix(
            "{\"type\":\"domain-name\",\"spec_version\":\"2.1\",\"id\":\"domain-name--%s\",\"value\":\"host%d.example.org\"}"
                .formatted(id(number), number)));
    objects.add(
        stix(
            "{\"type\":\"autonomous-system\",\"spec_version\":\"2.1\",\"id\":\"autonomous-system--%s\",\"number\":64496}"
                .formatted(id(number))));
    return objects;
  }

  public static RawRecord raw(
      int receipt, String format, String preamble, String bytes, long line) {
    return new RawRecord(
        id(receipt),
        0,
        ORIGIN,
        "feed-shadowserver",
        format,
        "scan_http-se.csv",
        null,
        Tlp.GREEN,
        NOON,
        line,
        (int) bytes.lines().count(),
        preamble.getBytes(StandardCharsets.UTF_8),
        bytes.getBytes(StandardCharsets.UTF_8));
  }

  public static Submission submission(
      int number, String submitter, Origin origin, String name, Instant at, long records) {
    return new Submission(
        id(number),
        submitter,
        origin,
        name,
        "shadowserver",
        Lane.BULK,
        null,
        at,
        Submission.State.SEALED,
        records,
        records * 312,
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        List.of(new Frame(0, number, (int) records)),
        null);
  }

  public static ReceiptAccount complete(Submission submission, Account account) {
    return new ReceiptAccount(submission, account, ReceiptAccount.State.COMPLETE);
  }

  public static StoredReject reject(
      int receipt, int position, String submitter, Long line, String path, RejectReason reason) {
    return new StoredReject(
        new Slot(id(receipt), 0, position),
        ORIGIN,
        submitter,
        "shadowserver",
        NOON,
        new RawLocation(Lane.BULK, 0, receipt),
        new Reject(position, line, path, reason, "The column ip holds no address."));
  }

  public static StoredObject object(int number, Tlp tlp, String submitter, String json) {
    return new StoredObject(
        new Slot(id(9_100), 0, number),
        new Origin("north", "intelligence"),
        submitter,
        NOON.plusSeconds(number),
        tlp,
        new RawLocation(Lane.BULK, 0, 9_100),
        stix(json));
  }

  /** An admin describes an entry of the directory. */
  public static Command put(EntityRef entity, String json) {
    return command(entity, "put", "admin", Role.ADMIN, json);
  }

  /** Somebody in that role, of no organisation, does something. */
  public static Command command(
      EntityRef entity, String action, String by, Role role, String json) {
    return command(entity, action, by, role, null, json);
  }

  /** Somebody in that role and of that organisation does something. */
  public static Command command(
      EntityRef entity,
      String action,
      String by,
      Role role,
      @Nullable String organisation,
      String json) {
    return new Command(
        UUID.randomUUID(),
        new Actor(by, Set.of(role), organisation),
        entity,
        null,
        action,
        (ObjectNode) EntityJson.MAPPER.readTree(json));
  }

  /**
   * The correlator opens an incident of the day of that number, about that address.
   *
   * @return its id, which follows from the day
   */
  public static UUID opened(Judged judged, int day, String ip, Tlp tlp) {
    Episode episode =
        new Episode(
            id(500_000 + day),
            Rsit.C2_SERVER,
            null,
            new Network(null, null, ip, null),
            NOON.plus(day, ChronoUnit.DAYS),
            NOON.plus(day + 1L, ChronoUnit.DAYS),
            id(500_000 + day - 1));
    judged.journal().append(new Opening(episode, tlp).command());
    return episode.id();
  }
}
