package org.tocsin.formats.misp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.ObservationWriter;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.record.Span;
import org.tocsin.formats.sco.CveId;
import org.tocsin.formats.sco.WebAddress;
import org.tocsin.formats.stix.VersionWriter;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of one event a report (STIX 2.1 section 4.16) and all it refers to: an indicator for what
 * is fit to detect by, an observation for what was seen, a vulnerability for a CVE. What none of
 * them fits stays with the report. Used once.
 */
final class EventReading {
  private final VersionWriter writer;
  private final ObservationWriter observations;
  private final int position;
  private final Span span;
  private final Event event;
  private final WarningList warnings;
  private final List<Accepted> facts = new ArrayList<>();
  private final Set<String> refs = new LinkedHashSet<>();
  private final Set<String> known = new HashSet<>();
  private final List<Attribute> kept = new ArrayList<>();
  private final ArrayNode links = JsonNodeFactory.instance.arrayNode();
  private @Nullable Tlp reportTlp;

  EventReading(
      RawRecord raw,
      NodeNamespace namespace,
      byte[] text,
      int position,
      Span span,
      Event event,
      WarningList warnings) {
    this.warnings = warnings;
    this.writer = new VersionWriter(raw, namespace, text);
    this.observations = new ObservationWriter(raw, namespace);
    this.position = position;
    this.span = span;
    this.event = event;
    this.reportTlp = event.tags().tlp();
  }

  List<Accepted> read() throws Fault {
    JsonNode head = event.fields().object();
    for (Attribute attribute : Attribute.of(head.path("Attribute"), event.modified())) {
      add(Group.of(attribute));
    }
    for (JsonNode object : head.path("Object")) {
      add(Group.of(object, event.modified()));
    }
    addOrganisation(head.path("Orgc"));
    facts.addFirst(report());
    return facts;
  }

  private void add(Group group) throws Fault {
    if (group.attributes().isEmpty() || !known.add(group.key())) {
      return;
    }
    Attribute first = group.attributes().getFirst();
    Rules rules = Rules.of(first);
    if (rules != null && group.name() == null) {
      addIndicator(group, first.value(), rules.type(), null);
      return;
    }
    List<Comparison> comparisons = group.comparisons(warnings);
    if (!comparisons.isEmpty()) {
      addIndicator(group, Patterns.of(comparisons), "stix", "2.1");
    } else if (!group.isDeleted() && !addCves(group) && !addLink(group) && !addObservation(group)) {
      kept.addAll(group.attributes());
      reportTlp = Tags.stricter(reportTlp, group.tlp());
    }
  }

  private @Nullable Tlp tlp(Group group) {
    return Tags.stricter(event.tags().tlp(), group.tlp());
  }

  private Instant created(Instant modified) {
    return event.created().isBefore(modified) ? event.created() : modified;
  }

  private void addIndicator(Group group, String pattern, String type, @Nullable String version)
      throws Fault {
    Instant modified = group.at();
    String id = writer.id("indicator", "misp", group.key());
    ObjectNode indicator = writer.begin("indicator", id, created(modified), modified);
    indicator.put("name", group.title()).put("pattern", pattern).put("pattern_type", type);
    if (version != null) {
      indicator.put("pattern_version", version);
    }
    Instant from = group.firstSeen();
    indicator.put("valid_from", VersionWriter.time(from == null ? modified : from));
    if (group.isDeleted()) {
      indicator.put("revoked", true);
    }
    label(indicator, group.tags());
    keep(group, writer.fields(indicator));
    write(indicator, tlp(group));
  }

  private static void label(ObjectNode object, List<Tags> tags) {
    Set<String> labels = new LinkedHashSet<>();
    tags.forEach(one -> labels.addAll(one.names()));
    if (!labels.isEmpty()) {
      labels.forEach(object.putArray("labels")::add);
    }
    tags.stream()
        .map(Tags::confidence)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(confidence -> object.put("confidence", confidence));
  }

  private void keep(Group group, ObjectNode fields) {
    fields.put("event", event.uuid());
    if (group.name() != null) {
      fields.put("object", group.name());
    }
    Attribute.keep(group.attributes(), fields);
  }

  private void write(ObjectNode object, @Nullable Tlp tlp) throws Fault {
    if (refs.add(object.path("id").asString())) {
      facts.add(writer.write(position, span, object, tlp));
    }
  }

  /** A vulnerability for each CVE the group names; false where it names none. */
  private boolean addCves(Group group) throws Fault {
    boolean any = false;
    for (Attribute attribute : group.attributes()) {
      Optional<CveId> cve =
          attribute.type().equals("vulnerability")
              ? CveId.parse(attribute.value())
              : Optional.empty();
      if (cve.isPresent()) {
        any = true;
        String name = cve.get().value();
        String id = writer.id("vulnerability", "misp", event.uuid(), name);
        ObjectNode object =
            writer.begin("vulnerability", id, created(attribute.at()), attribute.at());
        object.put("name", name);
        object
            .putArray("external_references")
            .addObject()
            .put("source_name", "cve")
            .put("external_id", name);
        keep(group, writer.fields(object));
        write(object, tlp(group));
      }
    }
    return any;
  }

  /** A link by itself is where the event can be read about. */
  private boolean addLink(Group group) {
    Attribute first = group.attributes().getFirst();
    if (group.name() != null || !first.type().equals("link") || first.deleted()) {
      return false;
    }
    Optional<WebAddress> url = WebAddress.parse(first.value());
    url.ifPresent(to -> links.addObject().put("source_name", "link").put("url", to.value()));
    reportTlp = Tags.stricter(reportTlp, group.tlp());
    return url.isPresent();
  }

  /** What was seen and is not fit to detect by; false where it tells of no observable. */
  private boolean addObservation(Group group) throws Fault {
    Instant from = group.firstSeen();
    ObservedDraft draft = new ObservedDraft(from == null ? group.at() : from);
    new Observables(draft.scos()).add(group.present());
    if (draft.scos().ids().isEmpty()) {
      return false;
    }
    draft.about(draft.scos().ids().stream().filter(id -> !id.startsWith("email-addr--")).toList());
    List<Tags> tags = new ArrayList<>(group.tags());
    tags.add(event.tags());
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    keep(group, fields);
    draft
        .ended(group.lastSeen())
        .rsit(tags.stream().map(Tags::rsit).filter(Objects::nonNull).findFirst().orElse(null))
        .reportType(group.name() == null ? group.attributes().getFirst().type() : group.name())
        .confidence(group.tags().isEmpty() ? null : group.tags().getFirst().confidence())
        .tlp(tlp(group))
        .fields(fields);
    String version = Long.toString(group.at().getEpochSecond());
    UUID id = observations.contentId("misp", group.key().getBytes(UTF_8), version.getBytes(UTF_8));
    if (refs.add("observed-data--" + id)) {
      facts.add(new Accepted(position, span.start(), span.length(), observations.write(id, draft)));
    }
    return true;
  }

  /** One for each level, so that a strict event does not hide who made the others. */
  private void addOrganisation(JsonNode organisation) throws Fault {
    String name = organisation.path("name").asString("");
    if (name.isBlank()) {
      return;
    }
    String own = organisation.path("uuid").asString(name);
    ObjectNode identity =
        writer.begin(
            "identity",
            writer.id("identity", "misp", own, String.valueOf(event.tags().tlp())),
            event.created(),
            event.modified());
    identity.put("name", name).put("identity_class", "organization");
    ObjectNode state = identity.deepCopy().without(List.of("created", "modified"));
    refs.add(identity.path("id").asString());
    facts.add(writer.writeState(position, span, identity, event.tags().tlp(), state));
  }

  private Accepted report() throws Fault {
    ObjectNode report =
        writer.begin(
            "report", writer.id("report", "misp", event.uuid()), event.created(), event.modified());
    report
        .put("name", event.info())
        .put("published", VersionWriter.time(event.published()))
        .putArray("report_types")
        .add("threat-report");
    ArrayNode objects = report.putArray("object_refs");
    refs.forEach(objects::add);
    if (objects.isEmpty()) {
      objects.add(writer.provider());
    }
    label(report, List.of(event.tags()));
    ArrayNode references = report.putArray("external_references");
    references.addObject().put("source_name", "misp").put("external_id", event.uuid());
    references.addAll(links);
    ObjectNode fields = writer.fields(report);
    for (String name : List.of("date", "threat_level_id", "analysis", "distribution")) {
      String value = event.fields().optional(name);
      if (value != null) {
        fields.put(name, value);
      }
    }
    Attribute.keep(kept, fields);
    return writer.write(position, span, report, reportTlp);
  }
}
