package org.tocsin.formats.csaf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.JsonFields;
import org.tocsin.formats.record.Span;
import org.tocsin.formats.sco.WebAddress;
import org.tocsin.formats.stix.VersionWriter;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a report (STIX 2.1 section 4.16) of one advisory, with its publisher and a vulnerability
 * for each it describes. The document was checked before.
 */
final class Advisory {
  private static final List<String> KEPT =
      List.of(
          "category", "publisher", "distribution", "aggregate_severity", "notes", "source_lang");

  private final VersionWriter writer;
  private final int position;
  private final Span span;
  private final ObjectNode record;
  private final JsonFields document;
  private final String trackingId;
  private final Instant created;
  private final Instant modified;
  private final @Nullable Tlp tlp;
  private final ProductTree products;

  Advisory(VersionWriter writer, int position, Span span, ObjectNode record) throws Fault {
    this.writer = writer;
    this.position = position;
    this.span = span;
    this.record = record;
    this.document = new JsonFields(record, "").object("document");
    JsonFields tracking = document.object("tracking");
    this.trackingId = tracking.text("id");
    this.created = tracking.time("initial_release_date");
    this.modified = tracking.time("current_release_date");
    this.tlp =
        Tlp.parse(document.object().path("distribution").path("tlp").path("label").asString(""))
            .orElse(null);
    this.products = ProductTree.of(record.get("product_tree"));
  }

  List<Accepted> read() throws Fault {
    List<Accepted> facts = new ArrayList<>();
    ObjectNode publisher = publisher();
    List<ObjectNode> vulnerabilities = vulnerabilities();
    facts.add(write(report(publisher, vulnerabilities)));
    ObjectNode state = publisher.deepCopy().without(List.of("created", "modified"));
    facts.add(writer.writeState(position, span, publisher, tlp, state));
    for (ObjectNode vulnerability : vulnerabilities) {
      facts.add(write(vulnerability));
    }
    return facts;
  }

  private Accepted write(ObjectNode object) throws Fault {
    return writer.write(position, span, object, tlp);
  }

  /** One for each level, so that a strict advisory does not hide who publishes the others. */
  private ObjectNode publisher() throws Fault {
    JsonFields publisher = document.object("publisher");
    String name = publisher.text("name");
    String id =
        writer.id("identity", "csaf", publisher.text("namespace"), name, String.valueOf(tlp));
    ObjectNode identity = writer.begin("identity", id, created, modified);
    identity.put("name", name).put("identity_class", "organization");
    String contact = publisher.optional("contact_details");
    if (contact != null) {
      identity.put("contact_information", contact);
    }
    return identity;
  }

  private ObjectNode report(ObjectNode publisher, List<ObjectNode> vulnerabilities) throws Fault {
    ObjectNode report =
        writer.begin("report", writer.id("report", "csaf", trackingId), created, modified);
    report.put("name", document.text("title"));
    String summary = summary(document);
    if (summary != null) {
      report.put("description", summary);
    }
    report.putArray("report_types").add("vulnerability");
    report.put("published", VersionWriter.time(created));
    ArrayNode refs = report.putArray("object_refs");
    refs.add(publisher.path("id").asString());
    vulnerabilities.forEach(vulnerability -> refs.add(vulnerability.path("id").asString()));
    ArrayNode references = report.putArray("external_references");
    references
        .addObject()
        .put("source_name", document.object("publisher").text("name"))
        .put("external_id", trackingId);
    references(document, references);
    ObjectNode fields = writer.fields(report);
    JsonFields tracking = document.object("tracking");
    for (String name : List.of("id", "version", "status")) {
      fields.put("tracking_" + name, tracking.text(name));
    }
    keep(document.object(), KEPT, fields);
    ObjectNode publishedBy = document.object("publisher").object().deepCopy();
    fields.set("publisher", publishedBy.without("contact_details"));
    if (!products.all().isEmpty()) {
      fields.set("products", products.all());
    }
    return report;
  }

  private List<ObjectNode> vulnerabilities() throws Fault {
    List<ObjectNode> all = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (JsonFields vulnerability : Structure.list(new JsonFields(record, ""), "vulnerabilities")) {
      String key = key(vulnerability);
      all.add(vulnerability(vulnerability, known.add(key) ? key : key + "#" + all.size()));
    }
    return all;
  }

  private static String key(JsonFields vulnerability) {
    String cve = vulnerability.optional("cve");
    String other = vulnerability.object().path("ids").path(0).path("text").asString("");
    String title = vulnerability.optional("title");
    return cve != null ? cve : !other.isEmpty() ? other : title == null ? "" : title;
  }

  private ObjectNode vulnerability(JsonFields from, String key) {
    ObjectNode object =
        writer.begin(
            "vulnerability",
            writer.id("vulnerability", "csaf", trackingId, key),
            created,
            modified);
    String name = key(from);
    object.put("name", name.isEmpty() ? "Vulnerability of " + trackingId : name);
    String title = from.optional("title");
    String summary = summary(from);
    if (title != null || summary != null) {
      object.put(
          "description",
          title == null || summary == null
              ? String.valueOf(title == null ? summary : title)
              : title + "\n\n" + summary);
    }
    references(object, from);
    ObjectNode fields = writer.fields(object);
    keep(
        from.object(),
        List.of("cve", "cwe", "scores", "product_status", "remediations", "threats", "flags"),
        fields);
    affected(from, fields);
    return object;
  }

  private static void references(ObjectNode object, JsonFields from) {
    ArrayNode references = object.arrayNode();
    String cve = from.optional("cve");
    if (cve != null) {
      references.addObject().put("source_name", "cve").put("external_id", cve);
    }
    String cwe = from.object().path("cwe").path("id").asString("");
    if (!cwe.isEmpty()) {
      references.addObject().put("source_name", "cwe").put("external_id", cwe);
    }
    for (JsonNode id : from.object().path("ids")) {
      references
          .addObject()
          .put("source_name", id.path("system_name").asString())
          .put("external_id", id.path("text").asString());
    }
    references(from, references);
    if (!references.isEmpty()) {
      object.set("external_references", references);
    }
  }

  /** The names of the products it affects. */
  private void affected(JsonFields vulnerability, ObjectNode fields) {
    JsonNode status = vulnerability.object().path("product_status");
    Set<String> names = new LinkedHashSet<>();
    for (String group : List.of("known_affected", "first_affected", "last_affected")) {
      status.path(group).forEach(id -> names.add(products.name(id.asString(""))));
    }
    if (!names.isEmpty()) {
      names.forEach(fields.putArray("affected")::add);
    }
  }

  private static void keep(ObjectNode from, List<String> names, ObjectNode fields) {
    for (String name : names) {
      JsonNode value = from.get(name);
      if (value != null) {
        fields.set(name, value);
      }
    }
  }

  /** References whose address is one; their text is what they are called by. */
  private static void references(JsonFields from, ArrayNode references) {
    for (JsonNode reference : from.object().path("references")) {
      WebAddress.parse(reference.path("url").asString(""))
          .ifPresent(url ->
              references
                  .addObject()
                  .put("source_name", reference.path("category").asString("reference"))
                  .put("description", reference.path("summary").asString())
                  .put("url", url.value()));
    }
  }

  /** The note that tells most shortly what it is about; null where none does. */
  private static @Nullable String summary(JsonFields from) {
    for (String category : List.of("summary", "description", "general", "details")) {
      for (JsonNode note : from.object().path("notes")) {
        if (note.path("category").asString("").equals(category)) {
          return note.path("text").asString();
        }
      }
    }
    return null;
  }
}
