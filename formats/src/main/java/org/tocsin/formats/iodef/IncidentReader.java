package org.tocsin.formats.iodef;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.markup.Element;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.ObservationWriter;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.record.Timestamps;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;

/**
 * Makes an observation of an incident; of one that names nothing to find it by, an incident object
 * of STIX.
 */
final class IncidentReader {
  private static final Set<String> PEOPLE = Set.of("Contact", "Contacts", "History");

  private final RawRecord raw;
  private final NodeNamespace namespace;
  private final ObservationWriter writer;

  IncidentReader(RawRecord raw, NodeNamespace namespace) {
    this.raw = raw;
    this.namespace = namespace;
    this.writer = new ObservationWriter(raw, namespace);
  }

  Fact read(Element incident) throws Fault {
    Element id = incident.child("IncidentID");
    if (id == null || id.text().isEmpty()) {
      throw Fault.missing("/IncidentID", "an incident has an id");
    }
    Instant reported = reported(incident);
    ObservedDraft draft = new ObservedDraft(began(incident).orElse(reported));
    time(incident, "EndTime").ifPresent(draft::ended);
    @Nullable Rsit rsit = Impacts.rsit(incident);
    draft.about(new SystemReader(draft.scos()).read(incident, rsit));
    draft.rsit(rsit).confidence(Impacts.confidence(incident));
    String type = Impacts.type(incident);
    draft.reportType(type == null ? incident.attribute("purpose") : type);
    @Nullable Tlp level = Restrictions.of(incident);
    draft.tlp(level);
    count(incident).ifPresent(draft::number);
    ElementFields.keep(incident, draft);
    UUID contentId = contentId(id, reported);
    return draft.scos().ids().isEmpty()
        ? new IncidentObject(raw, namespace).write(contentId, incident, id, reported, level)
        : writer.write(contentId, draft);
  }

  /** The id with the team that gave it, and when this version of it was written. */
  private UUID contentId(Element id, Instant reported) {
    String owner = id.attribute("name");
    return writer.contentId(
        IodefFormat.NAME,
        bytes(owner == null ? "" : owner),
        bytes(id.text()),
        bytes(reported.toString()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** ReportTime of version 1; version 2 must have GenerationTime and may have the other. */
  private static Instant reported(Element incident) throws Fault {
    for (String name : List.of("ReportTime", "GenerationTime")) {
      Optional<Instant> time = ownTime(incident, name);
      if (time.isPresent()) {
        return time.get();
      }
    }
    throw Fault.missing("/ReportTime", "an incident says when it was reported");
  }

  private static Optional<Instant> began(Element incident) throws Fault {
    for (String name : List.of("StartTime", "DetectTime")) {
      Optional<Instant> time = time(incident, name);
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  /** The incident's own time, or that of the first event in it that has one. */
  private static Optional<Instant> time(Element incident, String name) throws Fault {
    Optional<Instant> own = ownTime(incident, name);
    if (own.isPresent()) {
      return own;
    }
    for (Element event : incident.descendants(Set.of("EventData"), PEOPLE)) {
      Optional<Instant> time = ownTime(event, name);
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> ownTime(Element element, String name) throws Fault {
    String text = element.childText(name);
    if (text == null) {
      return Optional.empty();
    }
    Optional<Instant> time = Timestamps.parse(text);
    if (time.isEmpty()) {
      String event = element.name().equals("EventData") ? "/EventData" : "";
      throw Fault.bad(event + "/" + name, "this is no time");
    }
    return time;
  }

  private static Optional<Long> count(Element incident) {
    return incident.descendants(Set.of("Counter"), PEOPLE).stream()
        .filter(counter -> "event".equals(counter.attribute("type")))
        .map(Element::text)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(Long::valueOf)
        .findFirst();
  }
}
