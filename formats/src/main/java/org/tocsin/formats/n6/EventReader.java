package org.tocsin.formats.n6;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.JsonValues;
import org.tocsin.formats.record.ObservationWriter;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.record.RsitTable;
import org.tocsin.formats.record.Timestamps;
import org.tocsin.formats.sco.EmailAddress;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.Side;
import org.tocsin.formats.sco.Traffic;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an observation of an event. */
final class EventReader {
  private static final RsitTable CATEGORIES = RsitTable.beside(EventReader.class, "categories.tsv");

  /** Categories about something that is offered at the address: traffic goes to it. */
  private static final Set<String> OFFERED =
      Set.of(
          "amplifier",
          "backdoor",
          "cnc",
          "deface",
          "exposed",
          "malurl",
          "phish",
          "proxy",
          "scam",
          "spam-url",
          "tor",
          "vulnerable");

  /** Categories in which the name is that of the server an infected system called. */
  private static final Set<String> CALLS = Set.of("bots", "ransomware");

  private final ObservationWriter writer;

  EventReader(RawRecord raw, NodeNamespace namespace) {
    this.writer = new ObservationWriter(raw, namespace);
  }

  Observation read(ObjectNode event, byte[] bytes) throws Fault {
    ObservedDraft draft =
        new ObservedDraft(
            time(event, "time")
                .orElseThrow(() -> Fault.missing("/time", "an event says when it happened")));
    time(event, "until").ifPresent(draft::ended);
    parties(event, draft);
    traces(event, draft);
    String category = JsonValues.text(event, "category");
    draft.rsit(CATEGORIES.find(category).orElse(null)).reportType(category);
    draft.confidence(confidence(JsonValues.text(event, "confidence")));
    draft.tlp(tlp(JsonValues.text(event, "restriction")));
    JsonNode count = event.path("count");
    if (count.isIntegralNumber() && count.canConvertToLong()) {
      draft.number(count.longValue());
    }
    JsonValues.keep(event, path -> true, draft);
    return writer.write(contentId(event, bytes), draft);
  }

  /** An event has an id of its own; entries of lists are changed under it. */
  private UUID contentId(ObjectNode event, byte[] bytes) {
    String id = JsonValues.text(event, "id");
    if (id == null) {
      return writer.contentId(N6Format.NAME, bytes);
    }
    String modified = JsonValues.text(event, "modified");
    return writer.contentId(
        N6Format.NAME + ":id",
        id.getBytes(StandardCharsets.UTF_8),
        (modified == null ? "" : modified).getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Instant> time(ObjectNode event, String name) throws Fault {
    String text = JsonValues.text(event, name);
    if (text == null) {
      return Optional.empty();
    }
    Optional<Instant> time = Timestamps.parse(text);
    if (time.isEmpty()) {
      throw Fault.bad("/" + name, "this is no time");
    }
    return time;
  }

  private static void parties(ObjectNode event, ObservedDraft draft) {
    ScoSet scos = draft.scos();
    Side subject = new Side(scos);
    for (JsonNode one : JsonValues.objects(event, "address")) {
      String id = subject.address(JsonValues.text(one, "ip"));
      if (id == null) {
        id = subject.address(JsonValues.text(one, "ipv6"));
      }
      subject.autonomousSystem(id, JsonValues.text(one, "asn"));
      subject.name(JsonValues.text(one, "rdns"));
      draft.subjectCountry(JsonValues.text(one, "cc"));
    }
    String category = String.valueOf(JsonValues.text(event, "category"));
    boolean named =
        OFFERED.contains(category) || subject.addresses().isEmpty() && !CALLS.contains(category);
    Side other = new Side(scos);
    (named ? subject : other).name(JsonValues.text(event, "fqdn"));
    Side web = named ? subject : new Side(scos);
    JsonValues.texts(event, "url").forEach(web::url);
    subject.relate();
    subject.port(JsonValues.text(event, "sport"));
    draft.about(subject.own());
    other.address(JsonValues.text(event, "dip"));
    String port = JsonValues.text(event, "dport");
    boolean offered = OFFERED.contains(category) && other.addresses().isEmpty();
    (offered ? subject : other).port(port);
    List<String> protocols = JsonValues.texts(event, "proto");
    Traffic.between(offered ? other : subject, offered ? subject : other, protocols, scos);
  }

  private static void traces(ObjectNode event, ObservedDraft draft) {
    ScoSet scos = draft.scos();
    for (String text : JsonValues.texts(event, "email")) {
      Optional<EmailAddress> mail = EmailAddress.parse(text);
      if (mail.isPresent()) {
        String id = scos.emailAddress(mail.get());
        draft.about(isLeak(event) ? Set.of(id) : Set.of());
      }
    }
    String user = JsonValues.text(event, "username");
    if (user != null) {
      scos.userAccount(user);
    }
    Hashes hashes = new Hashes();
    add(Hashes.Algorithm.MD5, JsonValues.text(event, "md5"), hashes);
    add(Hashes.Algorithm.SHA_1, JsonValues.text(event, "sha1"), hashes);
    add(Hashes.Algorithm.SHA_256, JsonValues.text(event, "sha256"), hashes);
    if (!hashes.isEmpty()) {
      scos.file(hashes);
    }
  }

  /** Whose account it is, is whom a leak is about. */
  private static boolean isLeak(ObjectNode event) {
    return "leak".equals(JsonValues.text(event, "category"));
  }

  private static void add(Hashes.Algorithm algorithm, @Nullable String digits, Hashes hashes) {
    if (digits != null) {
      hashes.add(algorithm, digits);
    }
  }

  /** On the scale of three words of STIX 2.1 appendix A. */
  private static @Nullable Integer confidence(@Nullable String word) {
    return switch (String.valueOf(word)) {
      case "low" -> 15;
      case "medium" -> 50;
      case "high" -> 85;
      default -> null;
    };
  }

  private static @Nullable Tlp tlp(@Nullable String restriction) {
    if (restriction == null) {
      return null;
    }
    return switch (restriction) {
      case "public" -> Tlp.CLEAR;
      case "need-to-know" -> Tlp.AMBER;
      default -> Tlp.RED;
    };
  }
}
