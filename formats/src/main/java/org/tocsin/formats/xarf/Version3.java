package org.tocsin.formats.xarf;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.JsonValues;
import org.tocsin.formats.record.ObservationWriter;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.record.Timestamps;
import org.tocsin.model.report.Observation;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads reports of versions 1 to 3, which differ little. */
final class Version3 {
  private static final FieldRules RULES = new FieldRules("fields-3.tsv");

  /** Before version 3 a report of malware named the place it is handed out at. */
  private static final Set<String> EARLY = Set.of("1", "2", "alpha");

  /** Classes of those who write the source as an object; theirs are not the schema's. */
  private static final Set<String> CLASSES = Set.of("activity", "content", "vulnerability");

  private Version3() {}

  static Observation read(ObjectNode report, byte[] bytes, ObservationWriter writer) throws Fault {
    organisation(report, "ReporterInfo", "Reporter");
    organisation(report, "OnBehalfOf", "Complainant");
    RULES.check(report);
    JsonNode details = report.path("Report");
    ReportType type = type(report, details);
    ObservedDraft draft = new ObservedDraft(time(details, "Date"));
    draft.about(new Details(details, draft.scos()).read(type));
    draft.rsit(type.rsit()).reportType(JsonValues.text(details, "ReportType"));
    draft.tlp(report.path("Disclosure").booleanValue() ? null : Tlp.AMBER_STRICT);
    JsonValues.keep(report, Version3::isKept, draft);
    return writer.write(writer.contentId(XarfFormat.NAME, bytes), draft);
  }

  /** An organisation names itself; a person need not. */
  private static void organisation(ObjectNode report, String part, String prefix) throws Fault {
    JsonNode who = report.path(part);
    if (!who.isObject() || who.path(prefix + "Type").asString("").equals("Person")) {
      return;
    }
    for (String field : List.of("Org", "OrgDomain", "OrgEmail")) {
      if (!who.has(prefix + field)) {
        throw Fault.missing("/" + part + "/" + prefix + field, "an organisation names itself");
      }
    }
  }

  private static ReportType type(ObjectNode report, JsonNode details) throws Fault {
    String reportClass = details.path("ReportClass").stringValue().toLowerCase(Locale.ROOT);
    String name = details.path("ReportType").stringValue();
    ReportType type = ReportType.of(name, reportClass);
    if (type == null) {
      throw Fault.bad("/Report/ReportType", "this type is not known");
    }
    boolean nested = details.has("Source");
    if (!nested && (!CLASSES.contains(reportClass) || !reportClass.equals(type.reportClass()))) {
      throw Fault.bad("/Report/ReportClass", "this is not the class of the type");
    }
    if (!nested) {
      checkNeeds(details, type);
      String version = report.path("Version").asString("");
      if (EARLY.contains(version) && name.equals("Malware") && reportClass.equals("content")) {
        need(details, "SourceUrl");
      }
    }
    return type;
  }

  private static void checkNeeds(JsonNode details, ReportType type) throws Fault {
    for (String needed : type.needs()) {
      need(details, needed);
    }
    if (type.needs().contains("Account")) {
      for (String other : List.of("SourceIp", "SourceUrl")) {
        if (details.has(other)) {
          throw Fault.bad("/Report/" + other, "a report of an account names an attacker instead");
        }
      }
    }
  }

  private static void need(JsonNode details, String oneOf) throws Fault {
    List<String> names = List.of(oneOf.split("\\|"));
    if (names.stream().noneMatch(details::has)) {
      throw Fault.missing("/Report/" + names.getFirst(), "a report of this type has it");
    }
  }

  private static Instant time(JsonNode details, String name) {
    @Nullable String text = JsonValues.text(details, name);
    return Timestamps.parse(String.valueOf(text)).orElseThrow();
  }

  /** People are not kept, nor what only concerns the receiver, nor what was attached. */
  private static boolean isKept(String path) {
    return !path.equals("InternalProcessing")
        && !path.contains("Contact")
        && !path.endsWith("OrgEmail")
        && !path.endsWith("OrgAddress")
        && !path.equals("Report.Harasser")
        && !path.equals("Report.Account")
        && !path.endsWith(".Payload")
        && !path.startsWith("Report.Attachment.");
  }
}
