package org.tocsin.model.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.release.Release;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.stix.TocsinExtension;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A warning as STIX 2.1: a {@code report} (section 4.16) with all it tells of. Every object of a
 * version has the version's time as {@code modified}, so that the last one of each counts; what a
 * version no longer holds, or a withdrawal takes back, is revoked (section 3.6.2).
 */
final class WarningStix {
  private final Warning warning;
  private final WarningVersion version;
  private final String created;
  private final String modified;
  private final boolean revoked;

  private WarningStix(Warning warning, Instant modified, boolean revoked) {
    this.warning = warning;
    this.version = warning.published().orElseThrow();
    this.created = StixTime.micros(warning.versions().getFirst().at());
    this.modified = StixTime.micros(modified);
    this.revoked = revoked;
  }

  /** What that record of the journal released of the warning. */
  static Optional<Release> of(Warning warning, Journaled made) {
    Optional<WarningVersion> last = warning.published();
    if (last.isEmpty()) {
      return Optional.empty();
    }
    Withdrawal end = warning.withdrawal();
    boolean withdraws = end != null && end.offset() == made.offset();
    boolean publishes = end == null && last.get().offset() == made.offset();
    return withdraws || publishes
        ? Optional.of(new WarningStix(warning, made.added(), withdraws).release())
        : Optional.empty();
  }

  private Release release() {
    Map<String, ObjectNode> told = told(version.content());
    List<StixObject> objects = new ArrayList<>();
    objects.add(new StixObject(report(told)));
    told.values().forEach(object -> objects.add(new StixObject(object)));
    if (!revoked) {
      objects.addAll(noLongerTold(told));
    }
    return new Release(objects, version.content().marked(warning.createdBy()));
  }

  private ObjectNode report(Map<String, ObjectNode> told) {
    WarningContent content = version.content();
    ObjectNode report = object("report", warning.id());
    report.put("name", content.title()).put("description", content.summary());
    ArrayNode types = report.putArray("report_types").add("threat-report");
    if (!content.cves().isEmpty()) {
      types.add("vulnerability");
    }
    if (!content.observables().isEmpty()) {
      types.add("indicator");
    }
    report.put("published", created).put("lang", content.languages().getFirst());
    references(report, content.references());
    told.keySet().forEach(report.putArray("object_refs")::add);
    report.putObject("extensions").set(TocsinExtension.ID, WarningExtension.of(warning, version));
    return report;
  }

  private static void references(ObjectNode report, List<String> urls) {
    if (!urls.isEmpty()) {
      ArrayNode all = report.putArray("external_references");
      urls.forEach(url -> all.addObject().put("source_name", "reference").put("url", url));
    }
  }

  /** All that the report refers to, by id. There is always something, as the standard wants. */
  private Map<String, ObjectNode> told(WarningContent content) {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    content.observables().forEach(observable -> put(all, indicator(content, observable)));
    content.cves().forEach(cve -> put(all, vulnerability(cve)));
    Advice advice = content.advice();
    note(all, "citizens", advice.citizens());
    note(all, "businesses", advice.businesses());
    note(all, "governments", advice.governments());
    note(all, "international organisations", advice.internationalOrganisations());
    if (warning.replaces() != null) {
      put(all, derivedFrom(warning.replaces()));
    }
    if (all.isEmpty()) {
      put(all, note("summary", content.title(), content.summary()));
    }
    return all;
  }

  /** What the version before told and this one does not. */
  private List<StixObject> noLongerTold(Map<String, ObjectNode> told) {
    int count = warning.versions().size();
    if (count < 2) {
      return List.of();
    }
    WarningContent before = warning.versions().get(count - 2).content();
    List<StixObject> gone = new ArrayList<>();
    told(before)
        .forEach((id, object) -> {
          if (!told.containsKey(id)) {
            gone.add(new StixObject(object.put("revoked", true)));
          }
        });
    return gone;
  }

  private ObjectNode indicator(WarningContent content, Observable observable) {
    ObjectNode indicator =
        object("indicator", id("indicator", observable.type(), observable.value()));
    indicator
        .put("name", observable.value())
        .put("pattern", observable.pattern())
        .put("pattern_type", "stix")
        .put("pattern_version", "2.1");
    Instant from = content.validFrom();
    indicator.put("valid_from", from == null ? created : StixTime.micros(from));
    Instant until = content.validUntil();
    if (until != null) {
      indicator.put("valid_until", StixTime.micros(until));
    }
    return indicator;
  }

  private ObjectNode vulnerability(String cve) {
    ObjectNode vulnerability = object("vulnerability", id("vulnerability", cve));
    vulnerability.put("name", cve);
    vulnerability
        .putArray("external_references")
        .addObject()
        .put("source_name", "cve")
        .put("external_id", cve);
    return vulnerability;
  }

  private void note(Map<String, ObjectNode> all, String readers, @Nullable String advice) {
    if (advice != null) {
      put(all, note("advice " + readers, "Advice for " + readers, advice));
    }
  }

  private ObjectNode note(String what, String title, String content) {
    ObjectNode note = object("note", id("note", what));
    note.put("abstract", title).put("content", content);
    note.putArray("object_refs").add("report--" + warning.id());
    return note;
  }

  private ObjectNode derivedFrom(UUID other) {
    return object("relationship", id("derived-from", other.toString()))
        .put("relationship_type", "derived-from")
        .put("source_ref", "report--" + warning.id())
        .put("target_ref", "report--" + other);
  }

  /** The properties every object has (STIX 2.1 section 3.2). */
  private ObjectNode object(String type, UUID id) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object
        .put("type", type)
        .put("spec_version", "2.1")
        .put("id", type + "--" + id)
        .put("created", created)
        .put("modified", modified);
    if (revoked) {
      object.put("revoked", true);
    }
    object.putArray("object_marking_refs").add(version.content().tlp().markingId());
    return object;
  }

  private UUID id(String... parts) {
    NameBasedId name = NameBasedId.in(warning.id());
    for (String part : parts) {
      name = name.part(part);
    }
    return name.id();
  }

  private static void put(Map<String, ObjectNode> all, ObjectNode object) {
    all.put(object.path("id").asString(), object);
  }
}
