package org.tocsin.formats.suricata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.JsonFields;
import org.tocsin.formats.record.JsonValues;
import org.tocsin.formats.record.KeptOut;
import org.tocsin.formats.record.ObservationWriter;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.Side;
import org.tocsin.formats.sco.Traffic;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RawRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an observation of an alert, and nothing of all other events. */
final class EventReader {
  private static final String NO_ALERT = "no-alert";

  /** What people wrote, their passwords, and copies of packets. */
  private static final Set<String> CONTENT =
      Set.of(
          "payload",
          "payload_printable",
          "packet",
          "email",
          "smtp",
          "ftp",
          "http.authorization",
          "http.cookie",
          "http.set_cookie",
          "http.proxy_authorization",
          "http.request_headers",
          "http.response_headers",
          "http.http_request_body",
          "http.http_request_body_printable",
          "http.http_response_body",
          "http.http_response_body_printable");

  private final ObservationWriter writer;

  EventReader(RawRecord raw, NodeNamespace namespace) {
    this.writer = new ObservationWriter(raw, namespace);
  }

  Observation read(ObjectNode event, byte[] bytes) throws Fault, KeptOut {
    if (!new JsonFields(event, "").text("event_type").equals("alert")) {
      throw new KeptOut(NO_ALERT);
    }
    JsonNode alert = new JsonFields(event, "").object("alert").object();
    ObservedDraft draft = new ObservedDraft(new JsonFields(event, "").time("timestamp"));
    String name = JsonValues.text(alert, "category");
    Category category = Category.named(name);
    Flow flow = Flow.of(event);
    parties(event, flow, category.subject(alert, flow), draft);
    Traces.read(event, draft.scos());
    draft.rsit(category.type()).reportType(name).confidence(confidence(alert.path("metadata")));
    JsonValues.keep(event, path -> !CONTENT.contains(path), draft);
    return writer.write(writer.contentId(SuricataEveFormat.NAME, bytes), draft);
  }

  /**
   * The names of the server are named only where it is the subject: those that a client asked for
   * are as many as it looked for.
   */
  private static void parties(ObjectNode event, Flow flow, Flow.End subject, ObservedDraft draft) {
    ScoSet scos = draft.scos();
    Side first = side(subject, scos);
    boolean offered = subject.equals(flow.server());
    if (offered) {
      Traces.names(event, first);
    }
    draft.about(first.own());
    Side other = side(flow.opposite(subject), scos);
    Traffic.between(offered ? other : first, offered ? first : other, protocols(event), scos);
  }

  private static Side side(Flow.End end, ScoSet scos) {
    Side side = new Side(scos);
    side.address(end.ip());
    side.port(end.port());
    return side;
  }

  private static List<String> protocols(ObjectNode event) {
    List<String> protocols = new ArrayList<>();
    String transport = JsonValues.text(event, "proto");
    if (transport != null) {
      protocols.add(transport);
    }
    String application = JsonValues.text(event, "app_proto");
    if (application != null && !application.equals("failed")) {
      protocols.add(application);
    }
    return protocols;
  }

  /** How sure the rule is, on the scale of three words of STIX 2.1 appendix A. */
  private static @Nullable Integer confidence(JsonNode metadata) {
    List<String> words = JsonValues.texts(metadata, "confidence");
    return switch (words.isEmpty() ? "" : words.getFirst().toLowerCase(Locale.ROOT)) {
      case "low" -> 15;
      case "medium" -> 50;
      case "high" -> 85;
      default -> null;
    };
  }
}
