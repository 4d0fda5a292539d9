package org.tocsin.formats.xarf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.Side;
import org.tocsin.formats.sco.Traffic;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads reports of version 4. */
final class Version4 {
  private static final FieldRules RULES = new FieldRules("fields-4.tsv");
  private static final RsitTable TYPES = RsitTable.beside(Version4.class, "types-4.tsv");

  /** Categories about something that is offered at the source: traffic goes to it. */
  private static final Set<String> OFFERED = Set.of("content", "copyright", "vulnerability");

  private static final List<String> URLS = List.of("url", "infringing_url", "link_url");
  private static final List<String> ADDRESSES =
      List.of("spoofed_source_ip", "actual_source_ip", "originating_spam_ips", "c2_server");

  private Version4() {}

  static Observation read(ObjectNode report, ObservationWriter writer) throws Fault {
    RULES.check(report);
    String category = report.path("category").stringValue();
    if (category.equals("messaging") && !report.has("protocol")) {
      throw Fault.missing("/protocol", "a report of messages says how they came");
    }
    ObservedDraft draft = new ObservedDraft(time(report, "timestamp").orElseThrow());
    time(report, "last_seen").ifPresent(draft::ended);
    Side source = parties(report, category, draft.scos());
    traces(report, OFFERED.contains(category) ? source : null, draft.scos());
    draft.about(source.own());
    String type = category + "/" + report.path("type").stringValue();
    @Nullable Rsit rsit = TYPES.find(type).or(() -> TYPES.find(category)).orElse(null);
    draft.rsit(rsit).reportType(type).confidence(confidence(report)).tlp(tlp(report));
    JsonValues.keep(report, Version4::isKept, draft);
    String id = report.path("report_id").stringValue();
    return writer.write(
        writer.contentId(XarfFormat.NAME + ":id", id.getBytes(StandardCharsets.UTF_8)), draft);
  }

  private static Optional<Instant> time(ObjectNode report, String name) {
    String text = JsonValues.text(report, name);
    return text == null ? Optional.empty() : Timestamps.parse(text);
  }

  private static Side parties(ObjectNode report, String category, ScoSet scos) {
    Side source = new Side(scos);
    String identifier = report.path("source_identifier").stringValue().strip();
    if (source.address(identifier) == null && !source.name(identifier)) {
      source.url(identifier);
      EmailAddress.parse(identifier).ifPresent(scos::emailAddress);
    }
    source.port(JsonValues.text(report, "source_port"));
    Side target = new Side(scos);
    target.address(JsonValues.text(report, "destination_ip"));
    target.port(JsonValues.text(report, "destination_port"));
    List<String> protocols = new ArrayList<>(JsonValues.texts(report, "protocol"));
    boolean offered = OFFERED.contains(category) && target.addresses().isEmpty();
    if (offered) {
      source.port(JsonValues.text(report, "service_port"));
    }
    Traffic.between(offered ? target : source, offered ? source : target, protocols, scos);
    return source;
  }

  /**
   * Adds what a report names besides.
   *
   * @param offering the source where URLs and domain are its own, as it offers what is there; null
   *     where they are a server's that it called or a site's that it attacked
   */
  private static void traces(ObjectNode report, @Nullable Side offering, ScoSet scos) {
    Side others = new Side(scos);
    Side named = offering == null ? others : offering;
    for (String field : URLS) {
      JsonValues.texts(report, field).forEach(named::url);
    }
    JsonValues.texts(report, "domain").forEach(named::name);
    for (String field : ADDRESSES) {
      JsonValues.texts(report, field).forEach(others::address);
    }
    JsonValues.texts(report, "c2_server").forEach(others::name);
    for (String text : JsonValues.texts(report, "c2_communications")) {
      int colon = text.lastIndexOf(':');
      String host = colon < 0 ? text : text.substring(0, colon);
      if (others.address(host) == null) {
        others.name(host);
      }
    }
    String from = JsonValues.text(report, "smtp_from");
    if (from != null) {
      EmailAddress.parse(from).ifPresent(scos::emailAddress);
    }
    for (String text : JsonValues.texts(report, "file_hash")) {
      int colon = text.indexOf(':');
      if (colon > 0) {
        Details.addHash(text.substring(0, colon), text.substring(colon + 1), scos);
      }
    }
  }

  private static @Nullable Integer confidence(ObjectNode report) {
    JsonNode sure = report.path("confidence");
    BigDecimal share = sure.isNumber() ? sure.decimalValue() : null;
    return share == null ? null : Integer.valueOf(share.movePointRight(2).intValue());
  }

  /** The standard has no such field; who gives one means it. */
  private static @Nullable Tlp tlp(ObjectNode report) {
    String text = JsonValues.text(report, "tlp");
    return text == null ? null : Tlp.parse(text).orElse(Tlp.RED);
  }

  /** People are not kept, nor what never leaves its system, nor what was attached. */
  private static boolean isKept(String path) {
    return !path.equals("_internal")
        && !path.equals("reporter.contact")
        && !path.equals("sender.contact")
        && !path.endsWith(".payload");
  }
}
