package org.tocsin.formats.csaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.JsonFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the schema of CSAF 2.0 demands of the parts that are read (section 3.2 there). */
final class Structure {
  private static final Set<String> STATUS = Set.of("draft", "final", "interim");
  private static final Set<String> PUBLISHER =
      Set.of("coordinator", "discoverer", "other", "translator", "user", "vendor");
  private static final Set<String> TLP = Set.of("WHITE", "GREEN", "AMBER", "RED");

  private Structure() {}

  static void check(ObjectNode record) throws Fault {
    JsonFields document = new JsonFields(record, "").object("document");
    document.text("category");
    one(document, "csaf_version", Set.of("2.0"));
    document.text("title");
    JsonFields publisher = document.object("publisher");
    one(publisher, "category", PUBLISHER);
    publisher.text("name");
    publisher.text("namespace");
    checkTracking(document.object("tracking"));
    checkDistribution(document);
    each(document, "notes", List.of("category", "text"));
    each(document, "references", List.of("summary", "url"));
    ProductTree.check(record.get("product_tree"));
    for (JsonFields vulnerability : list(new JsonFields(record, ""), "vulnerabilities")) {
      checkVulnerability(vulnerability);
    }
  }

  private static void checkTracking(JsonFields tracking) throws Fault {
    tracking.text("id");
    tracking.text("version");
    one(tracking, "status", STATUS);
    tracking.time("initial_release_date");
    tracking.time("current_release_date");
    if (!tracking.object().has("revision_history")) {
      throw Fault.missing(tracking.at("revision_history"), "CSAF 2.0 asks for this list.");
    }
    for (JsonFields revision : list(tracking, "revision_history")) {
      revision.time("date");
      revision.text("number");
      revision.text("summary");
    }
  }

  private static void checkDistribution(JsonFields document) throws Fault {
    if (document.object().has("distribution")) {
      JsonFields distribution = document.object("distribution");
      if (distribution.object().has("tlp")) {
        one(distribution.object("tlp"), "label", TLP);
      }
    }
  }

  private static void checkVulnerability(JsonFields vulnerability) throws Fault {
    if (vulnerability.object().isEmpty()) {
      throw Fault.bad(vulnerability.path(), "A vulnerability says at least one thing.");
    }
    if (vulnerability.object().has("cve") && !isCve(vulnerability.text("cve"))) {
      throw Fault.bad(vulnerability.at("cve"), "This is no CVE id, such as CVE-2026-12345.");
    }
    each(vulnerability, "notes", List.of("category", "text"));
    each(vulnerability, "references", List.of("summary", "url"));
    each(vulnerability, "remediations", List.of("category", "details"));
    each(vulnerability, "threats", List.of("category", "details"));
    each(vulnerability, "ids", List.of("system_name", "text"));
    for (JsonFields score : list(vulnerability, "scores")) {
      checkScore(score);
    }
  }

  private static boolean isCve(String text) {
    return text.matches("CVE-[0-9]{4}-[0-9]{4,}");
  }

  private static void checkScore(JsonFields score) throws Fault {
    if (!(score.object().get("products") instanceof ArrayNode products) || products.isEmpty()) {
      throw Fault.missing(score.at("products"), "A score names the products it is for.");
    }
    if (score.object().has("cvss_v2")) {
      checkCvss(score.object("cvss_v2"), Set.of("2.0"));
    }
    if (score.object().has("cvss_v3")) {
      JsonFields cvss = score.object("cvss_v3");
      checkCvss(cvss, Set.of("3.0", "3.1"));
      cvss.text("baseSeverity");
    }
    if (score.object().size() < 2) {
      throw Fault.bad(score.path(), "A score holds at least one rating.");
    }
  }

  private static void checkCvss(JsonFields cvss, Set<String> versions) throws Fault {
    one(cvss, "version", versions);
    cvss.text("vectorString");
    JsonNode score = cvss.object().get("baseScore");
    if (score == null) {
      throw Fault.missing(cvss.at("baseScore"), "A rating has a base score.");
    }
    if (!score.isNumber() || score.doubleValue() < 0 || score.doubleValue() > 10) {
      throw Fault.bad(cvss.at("baseScore"), "A base score is a number from 0 to 10.");
    }
  }

  private static void one(JsonFields fields, String name, Set<String> allowed) throws Fault {
    if (!allowed.contains(fields.text(name))) {
      throw Fault.bad(fields.at(name), "The value is none of those CSAF 2.0 allows here.");
    }
  }

  private static void each(JsonFields fields, String name, List<String> required) throws Fault {
    for (JsonFields item : list(fields, name)) {
      for (String field : required) {
        item.text(field);
      }
    }
  }

  /** The objects of a list that may be missing but not empty. */
  static List<JsonFields> list(JsonFields fields, String name) throws Fault {
    @Nullable JsonNode value = fields.object().get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof ArrayNode array) || array.isEmpty()) {
      throw Fault.bad(fields.at(name), "This is a list that holds at least one object.");
    }
    List<JsonFields> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      String path = fields.at(name) + "/" + i;
      if (!(array.get(i) instanceof ObjectNode item)) {
        throw Fault.bad(path, "What this list holds are objects.");
      }
      items.add(new JsonFields(item, path));
    }
    return items;
  }
}
