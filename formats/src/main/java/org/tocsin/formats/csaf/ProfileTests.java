package org.tocsin.formats.csaf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.tocsin.formats.csaf.MandatoryTests.Failure;
import tools.jackson.databind.JsonNode;

/** What the profiles (section 4) want of documents of their category: 6.1.26 and 6.1.27. */
final class ProfileTests {
  private static final String INCIDENT = "csaf_security_incident_response";
  private static final String VEX = "csaf_vex";
  private static final Set<String> PROFILES =
      Set.of(CsafWriter.BASE, INCIDENT, CsafWriter.INFORMATIONAL, CsafWriter.SECURITY, VEX);
  private static final Set<String> NAMES =
      Set.of("securityincidentresponse", "informationaladvisory", "securityadvisory", "vex");

  private final JsonNode root;
  private final JsonNode document;
  private final List<Failure> failures;
  private final String category;

  ProfileTests(JsonNode root, List<Failure> failures) {
    this.root = root;
    this.document = root.path("document");
    this.failures = failures;
    this.category = document.path("category").asString("");
  }

  void run() {
    if (!PROFILES.contains(category) && isProfileByAnotherName()) {
      fail("26", "/document/category");
    }
    if (category.equals(INCIDENT) || category.equals(CsafWriter.INFORMATIONAL)) {
      words();
    }
    if (category.equals(CsafWriter.INFORMATIONAL) && root.has("vulnerabilities")) {
      fail("27.3", "/vulnerabilities");
    }
    if (category.equals(CsafWriter.SECURITY) || category.equals(VEX)) {
      vulnerabilities();
    }
  }

  private void fail(String test, String path) {
    failures.add(new Failure("6.1." + test, path));
  }

  /** Whoever wrote it that way meant the profile. */
  private boolean isProfileByAnotherName() {
    String plain = category.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
    return NAMES.contains(plain)
        || plain.startsWith("csaf") && NAMES.contains(plain.substring("csaf".length()))
        || category.toLowerCase(Locale.ROOT).startsWith("csaf_");
  }

  private void words() {
    Set<String> telling = Set.of("description", "details", "general", "summary");
    if (all(document.path("notes"), "category").stream().noneMatch(telling::contains)) {
      fail("27.1", "/document/notes");
    }
    boolean external =
        StreamSupport.stream(document.path("references").spliterator(), false)
            .anyMatch(one -> one.path("category").asString("external").equals("external"));
    if (!external) {
      fail("27.2", "/document/references");
    }
  }

  private static Set<String> all(JsonNode list, String name) {
    Set<String> all = new HashSet<>();
    list.forEach(item -> all.add(item.path(name).asString("")));
    return all;
  }

  private void vulnerabilities() {
    if (!root.has("product_tree")) {
      fail("27.4", "/product_tree");
    }
    if (!root.has("vulnerabilities")) {
      fail("27.11", "/vulnerabilities");
    }
    for (int i = 0; i < root.path("vulnerabilities").size(); i++) {
      JsonNode one = root.path("vulnerabilities").get(i);
      String path = "/vulnerabilities/" + i;
      if (!one.has("notes")) {
        fail("27.5", path + "/notes");
      }
      if (category.equals(VEX)) {
        exploitability(one, path);
      } else if (!one.has("product_status")) {
        fail("27.6", path + "/product_status");
      }
    }
  }

  private void exploitability(JsonNode one, String path) {
    JsonNode status = one.path("product_status");
    boolean told =
        List.of("fixed", "known_affected", "known_not_affected", "under_investigation").stream()
            .anyMatch(status::has);
    if (!told) {
      fail("27.7", path + "/product_status");
    }
    if (!one.has("cve") && !one.has("ids")) {
      fail("27.8", path);
    }
    Set<String> why = products(one.path("flags"));
    for (JsonNode threat : one.path("threats")) {
      if (threat.path("category").asString("").equals("impact")) {
        why.addAll(products(threat));
      }
    }
    Set<String> cured = new HashSet<>();
    one.path("remediations").forEach(remediation -> cured.addAll(products(remediation)));
    told(status.path("known_not_affected"), why, "27.9", path);
    told(status.path("known_affected"), cured, "27.10", path);
  }

  private void told(JsonNode products, Set<String> told, String test, String path) {
    for (JsonNode product : products) {
      if (!told.contains(product.asString(""))) {
        fail(test, path + "/product_status");
      }
    }
  }

  /** The products an item, or each item of a list, is for. */
  private Set<String> products(JsonNode item) {
    Set<String> ids = new HashSet<>();
    if (item.isArray()) {
      item.forEach(one -> ids.addAll(products(one)));
      return ids;
    }
    item.path("product_ids").forEach(id -> ids.add(id.asString("")));
    Set<String> groups = new HashSet<>();
    item.path("group_ids").forEach(id -> groups.add(id.asString("")));
    for (JsonNode group : root.path("product_tree").path("product_groups")) {
      if (groups.contains(group.path("group_id").asString(""))) {
        group.path("product_ids").forEach(id -> ids.add(id.asString("")));
      }
    }
    return ids;
  }
}
