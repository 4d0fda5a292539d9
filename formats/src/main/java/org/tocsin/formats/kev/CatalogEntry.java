package org.tocsin.formats.kev;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.JsonFields;
import org.tocsin.formats.record.Span;
import org.tocsin.formats.sco.CveId;
import org.tocsin.formats.sco.WebAddress;
import org.tocsin.formats.stix.VersionWriter;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.RawRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a vulnerability (STIX 2.1 section 4.19) of an entry. The catalog says when an entry was
 * added and not when it was changed, so a changed one is a version of the day it was collected.
 */
final class CatalogEntry {
  private static final Pattern URL = Pattern.compile("https?://[^\\s;,<>\"]+");
  private static final int MAX_REFERENCES = 50;

  private final RawRecord raw;
  private final VersionWriter writer;

  CatalogEntry(RawRecord raw, VersionWriter writer) {
    this.raw = raw;
    this.writer = writer;
  }

  Accepted read(int position, Span span, ObjectNode entry) throws Fault {
    JsonFields fields = new JsonFields(entry, "");
    String cve =
        CveId.parse(fields.text("cveID"))
            .orElseThrow(() -> Fault.bad("/cveID", "This is no CVE id, such as CVE-2026-12345."))
            .value();
    Instant added = fields.time("dateAdded");
    ObjectNode object =
        writer.begin("vulnerability", writer.id("vulnerability", cve), added, raw.collectedAt());
    object.put("name", cve);
    String description = description(fields);
    if (description != null) {
      object.put("description", description);
    }
    object.putArray("labels").add("known-exploited");
    if ("Known".equalsIgnoreCase(fields.optional("knownRansomwareCampaignUse"))) {
      object.withArray("labels").add("ransomware-campaign-use");
    }
    references(object.putArray("external_references"), cve, fields.optional("notes"));
    keep(entry, writer.fields(object));
    return writer.writeState(position, span, object, null, entry);
  }

  private static @Nullable String description(JsonFields entry) {
    String name = entry.optional("vulnerabilityName");
    String description = entry.optional("shortDescription");
    return name == null || description == null
        ? name == null ? description : name
        : name + ": " + description;
  }

  private static void references(ArrayNode references, String cve, @Nullable String notes) {
    references.addObject().put("source_name", "cve").put("external_id", cve);
    if (notes != null) {
      Matcher url = URL.matcher(notes);
      while (references.size() < MAX_REFERENCES && url.find()) {
        WebAddress.parse(url.group())
            .ifPresent(address ->
                references.addObject().put("source_name", "reference").put("url", address.value()));
      }
    }
  }

  /** Every field that holds something, by its own name, as text. */
  private static void keep(ObjectNode entry, ObjectNode fields) {
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      JsonNode value = field.getValue();
      if (value.isArray()) {
        ArrayNode list = fields.arrayNode();
        value.forEach(item -> list.add(item.asString("")));
        if (!list.isEmpty()) {
          fields.set(field.getKey(), list);
        }
      } else if (!value.isContainer() && !value.asString("").isBlank()) {
        fields.put(field.getKey(), value.asString(""));
      }
    }
  }
}
