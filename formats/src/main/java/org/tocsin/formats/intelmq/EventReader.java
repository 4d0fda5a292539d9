package org.tocsin.formats.intelmq;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ObjectNode;

/** Makes an observation of an event. */
final class EventReader {
  private static final RsitTable TYPES = RsitTable.beside(EventReader.class, "types.tsv");

  private static final String SOURCE = "source";

  private final RawRecord raw;
  private final ObservationWriter writer;

  EventReader(RawRecord raw, NodeNamespace namespace) {
    this.raw = raw;
    this.writer = new ObservationWriter(raw, namespace);
  }

  Observation read(ObjectNode event, byte[] bytes) throws Fault {
    EventFields fields = new EventFields(event);
    ObservedDraft draft = new ObservedDraft(observedAt(fields));
    @Nullable Rsit type = type(fields);
    parties(fields, type, draft);
    hashes(fields, draft.scos());
    draft.rsit(type).reportType(reportType(fields));
    draft.confidence(accuracy(fields)).tlp(tlp(fields));
    JsonValues.keep(event, path -> !isPayload(path), draft);
    return writer.write(writer.contentId(IntelmqFormat.NAME, bytes), draft);
  }

  /** The report's own lines and what enclosed them, in base64. */
  private static boolean isPayload(String path) {
    return path.equals("raw") || path.equals("output") || path.equals("__type");
  }

  /** When it happened; else when IntelMQ received it; else when it came here. */
  private Instant observedAt(EventFields fields) throws Fault {
    for (String name : List.of("time.source", "time.observation")) {
      String text = fields.text(name);
      if (text != null) {
        return Timestamps.parse(text).orElseThrow(() -> Fault.bad("/" + name, "this is no time"));
      }
    }
    return raw.collectedAt();
  }

  private static @Nullable Rsit type(EventFields fields) {
    String type = fields.text("classification.type");
    if (type == null) {
      return null;
    }
    String word = type.toLowerCase(Locale.ROOT);
    return Rsit.ofType(word).or(() -> TYPES.find(word)).orElse(null);
  }

  private static @Nullable String reportType(EventFields fields) {
    String identifier = fields.text("classification.identifier");
    return identifier == null ? fields.text("classification.type") : identifier;
  }

  /** What is vulnerable or offers something is whom the traffic went to, if no other is named. */
  private static void parties(EventFields fields, @Nullable Rsit type, ObservedDraft draft) {
    Side source = side(SOURCE, fields, draft);
    Side target = side("destination", fields, draft);
    about(source, target, type, draft);
    boolean offered =
        type != null
            && target.addresses().isEmpty()
            && (type.classification().equals("vulnerable")
                || type == Rsit.C2_SERVER
                || type == Rsit.PHISHING
                || type == Rsit.MALWARE_DISTRIBUTION);
    List<String> protocols = new ArrayList<>();
    for (String name : List.of("protocol.transport", "protocol.application")) {
      String protocol = fields.text(name);
      if (protocol != null) {
        protocols.add(protocol);
      }
    }
    Traffic.between(offered ? target : source, offered ? source : target, protocols, draft.scos());
  }

  /**
   * The source is what an event is about; the destination only where it names no source, and never
   * what an infected system called.
   */
  private static void about(Side source, Side target, @Nullable Rsit type, ObservedDraft draft) {
    boolean alone = source.own().isEmpty() && type != Rsit.INFECTED_SYSTEM;
    draft.about(alone ? target.own() : source.own());
  }

  private static Side side(String name, EventFields fields, ObservedDraft draft) {
    ScoSet scos = draft.scos();
    Side side = new Side(scos);
    String address = side.address(fields.text(name + ".ip"));
    if (address == null) {
      address = side.address(fields.text(name + ".network"));
    }
    side.autonomousSystem(address, fields.text(name + ".asn"));
    side.name(fields.text(name + ".fqdn"));
    side.name(fields.text(name + ".reverse_dns"));
    side.relate();
    side.port(fields.text(name + ".port"));
    side.url(fields.text(name + ".url"));
    String account = fields.text(name + ".account");
    if (account != null) {
      Optional<EmailAddress> mail = EmailAddress.parse(account);
      String id = mail.map(scos::emailAddress).orElseGet(() -> scos.userAccount(account));
      draft.about(name.equals(SOURCE) ? Set.of(id) : Set.of());
    }
    if (name.equals(SOURCE)) {
      draft.subjectCountry(fields.text(name + ".geolocation.cc"));
    } else {
      draft.country(fields.text(name + ".geolocation.cc"));
    }
    return side;
  }

  private static void hashes(EventFields fields, ScoSet scos) {
    Hashes hashes = new Hashes();
    for (Hashes.Algorithm algorithm : Hashes.Algorithm.values()) {
      String key = algorithm.name().toLowerCase(Locale.ROOT).replace("_", "");
      String digits = fields.text("malware.hash." + key);
      if (digits != null) {
        hashes.add(algorithm, digits);
      }
    }
    if (!hashes.isEmpty()) {
      scos.file(hashes);
    }
  }

  private static @Nullable Integer accuracy(EventFields fields) {
    String text = fields.text("feed.accuracy");
    if (text == null || !text.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")) {
      return null;
    }
    return (int) Double.parseDouble(text);
  }

  private static @Nullable Tlp tlp(EventFields fields) {
    String text = fields.text("tlp");
    return text == null ? null : Tlp.parse(text).orElse(Tlp.RED);
  }
}
