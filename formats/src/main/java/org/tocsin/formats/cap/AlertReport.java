package org.tocsin.formats.cap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.Span;
import org.tocsin.formats.sco.WebAddress;
import org.tocsin.formats.stix.VersionWriter;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a report (STIX 2.1 section 4.16) of an alert, with the identity of who sent it. The alert
 * was checked before; all of it stays in the extension.
 */
final class AlertReport {
  private final VersionWriter writer;
  private final Span span;
  private final Element alert;
  private final Instant sent;
  private final @Nullable Tlp tlp;

  AlertReport(VersionWriter writer, Span span, Element alert) throws Fault {
    this.writer = writer;
    this.span = span;
    this.alert = alert;
    this.sent = AlertRules.sent(alert);
    this.tlp = alert.text("scope").map(AlertReport::tlp).orElse(null);
  }

  /** CAP 1.2 section 3.2.1: public is for everybody, private for those it is addressed to. */
  private static Tlp tlp(String scope) {
    return switch (scope) {
      case "Public" -> Tlp.CLEAR;
      case "Restricted" -> Tlp.AMBER;
      default -> Tlp.RED;
    };
  }

  List<Accepted> read() throws Fault {
    ObjectNode sender = sender();
    ObjectNode state = sender.deepCopy().without(List.of("created", "modified"));
    Accepted report = writer.write(0, span, report(sender.path("id").asString()), tlp);
    return List.of(report, writer.writeState(0, span, sender, tlp, state));
  }

  /** One for each level, so that a private alert does not hide who sends the others. */
  private ObjectNode sender() throws Fault {
    String address = alert.required("sender");
    String id = writer.id("identity", "cap", address, String.valueOf(tlp));
    ObjectNode identity = writer.begin("identity", id, sent, sent);
    return identity
        .put("name", first("senderName").orElseGet(() -> organisation(address)))
        .put("identity_class", "organization");
  }

  /** Of a mail address the part that is no person's. */
  private static String organisation(String address) {
    int at = address.lastIndexOf('@');
    return at < 0 || at + 1 == address.length() ? address : address.substring(at + 1);
  }

  private ObjectNode report(String sender) throws Fault {
    String identifier = alert.required("identifier");
    String id = writer.id("report", "cap", alert.required("sender"), identifier);
    ObjectNode report = writer.begin("report", id, sent, sent);
    report.put("name", first("headline").or(() -> first("event")).orElse(identifier));
    describe(report);
    report.putArray("report_types").add("threat-report");
    report.put("published", VersionWriter.time(sent));
    report.putArray("object_refs").add(sender);
    label(report.putArray("labels"));
    ArrayNode references = report.putArray("external_references");
    references.addObject().put("source_name", "cap").put("external_id", identifier);
    for (Element info : alert.all("info")) {
      info.text("web")
          .flatMap(WebAddress::parse)
          .ifPresent(
              url -> references.addObject().put("source_name", "web").put("url", url.value()));
    }
    keep(writer.fields(report));
    return report;
  }

  /** All of the alert; whom to reach stands by itself, where redaction looks for it. */
  private void keep(ObjectNode fields) {
    fields.setAll(alert.object());
    ArrayNode contacts = fields.arrayNode();
    for (Element info : alert.all("info")) {
      info.text("contact").ifPresent(contacts::add);
    }
    JsonNode infos = fields.path("info");
    (infos.isArray() ? infos : fields.arrayNode().add(infos))
        .forEach(info -> {
          if (info instanceof ObjectNode object) {
            object.remove("contact");
          }
        });
    if (!contacts.isEmpty()) {
      fields.set("contact", contacts);
    }
  }

  private Optional<String> first(String name) {
    return alert.all("info").stream().flatMap(info -> info.text(name).stream()).findFirst();
  }

  private void describe(ObjectNode report) {
    Optional<String> description = first("description");
    Optional<String> instruction = first("instruction");
    if (description.isPresent() || instruction.isPresent()) {
      String between = description.isPresent() && instruction.isPresent() ? "\n\n" : "";
      report.put("description", description.orElse("") + between + instruction.orElse(""));
    }
  }

  /** What the alert is, and how bad the first of its messages says it is, to be filtered by. */
  private void label(ArrayNode labels) {
    for (String name : List.of("status", "msgType")) {
      alert.text(name).ifPresent(text -> labels.add("cap:" + name + "=\"" + text + "\""));
    }
    for (String name : List.of("category", "urgency", "severity", "certainty")) {
      first(name).ifPresent(text -> labels.add("cap:" + name + "=\"" + text + "\""));
    }
  }
}
