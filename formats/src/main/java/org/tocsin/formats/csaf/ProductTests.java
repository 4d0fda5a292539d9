package org.tocsin.formats.csaf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.formats.csaf.MandatoryTests.Failure;
import tools.jackson.databind.JsonNode;

/** What section 6.1 wants of products and groups of them: 6.1.1 to 6.1.5, 6.1.13, 6.1.25, 31. */
final class ProductTests {
  private static final int DEEPEST = 100;
  private static final Pattern RANGE =
      Pattern.compile(
          "(?i).*(<|>|\\b(after|all|before|earlier|later|prior|versions)\\b).*", Pattern.DOTALL);

  /** Type, namespace, name, version; the name is never empty. */
  private static final Pattern PURL =
      Pattern.compile("pkg:/*[A-Za-z.+-][A-Za-z0-9.+-]*/(.*/)?[^@/?#]+/*(@[^?#]+)?(\\?.*)?(#.*)?");

  private final JsonNode root;
  private final List<Failure> failures;
  private final Set<String> products = new HashSet<>();
  private final Set<String> groups = new HashSet<>();

  ProductTests(JsonNode root, List<Failure> failures) {
    this.root = root;
    this.failures = failures;
  }

  void run() {
    JsonNode tree = root.path("product_tree");
    define(tree.path("full_product_names"), "/product_tree/full_product_names", "");
    branches(tree.path("branches"), "/product_tree/branches", 0);
    define(tree.path("relationships"), "/product_tree/relationships", "full_product_name");
    defineGroups(tree.path("product_groups"));
    circles(tree.path("relationships"));
    uses();
  }

  private void fail(String test, String path) {
    failures.add(new Failure("6.1." + test, path));
  }

  private void define(JsonNode list, String path, String within) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode product = within.isEmpty() ? list.get(i) : list.get(i).path(within);
      product(product, path + "/" + i + (within.isEmpty() ? "" : "/" + within));
    }
  }

  private void branches(JsonNode branches, String path, int depth) {
    for (int i = 0; i < branches.size() && depth < DEEPEST; i++) {
      JsonNode branch = branches.get(i);
      String at = path + "/" + i;
      if (branch.path("category").asString("").equals("product_version")
          && RANGE.matcher(branch.path("name").asString("")).matches()) {
        fail("31", at + "/name");
      }
      if (branch.has("product")) {
        product(branch.path("product"), at + "/product");
      }
      branches(branch.path("branches"), at + "/branches", depth + 1);
    }
  }

  private void product(JsonNode product, String path) {
    if (!products.add(product.path("product_id").asString(""))) {
      fail("2", path + "/product_id");
    }
    JsonNode helper = product.path("product_identification_helper");
    if (helper.has("purl") && !PURL.matcher(helper.path("purl").asString("")).matches()) {
      fail("13", path + "/product_identification_helper/purl");
    }
    JsonNode hashes = helper.path("hashes");
    for (int i = 0; i < hashes.size(); i++) {
      Set<String> algorithms = new HashSet<>();
      for (JsonNode hash : hashes.get(i).path("file_hashes")) {
        if (!algorithms.add(hash.path("algorithm").asString(""))) {
          fail("25", path + "/product_identification_helper/hashes/" + i + "/file_hashes");
        }
      }
    }
  }

  private void defineGroups(JsonNode list) {
    for (int i = 0; i < list.size(); i++) {
      if (!groups.add(list.get(i).path("group_id").asString(""))) {
        fail("5", "/product_tree/product_groups/" + i + "/group_id");
      }
    }
  }

  /** No product is made of itself, by however many steps. */
  private void circles(JsonNode relationships) {
    Map<String, List<String>> parts = new HashMap<>();
    for (JsonNode relationship : relationships) {
      List<String> of =
          parts.computeIfAbsent(
              relationship.path("full_product_name").path("product_id").asString(""),
              any -> new ArrayList<>());
      of.add(relationship.path("product_reference").asString(""));
      of.add(relationship.path("relates_to_product_reference").asString(""));
    }
    for (int i = 0; i < relationships.size(); i++) {
      String id = relationships.get(i).path("full_product_name").path("product_id").asString("");
      if (reaches(id, id, parts, new HashSet<>())) {
        fail("3", "/product_tree/relationships/" + i + "/full_product_name/product_id");
      }
    }
  }

  private static boolean reaches(
      String from, String goal, Map<String, List<String>> parts, Set<String> seen) {
    for (String part : parts.getOrDefault(from, List.of())) {
      if (part.equals(goal) || seen.add(part) && reaches(part, goal, parts, seen)) {
        return true;
      }
    }
    return false;
  }

  private void uses() {
    JsonNode tree = root.path("product_tree");
    for (int i = 0; i < tree.path("product_groups").size(); i++) {
      String at = "/product_tree/product_groups/" + i + "/product_ids";
      known(tree.path("product_groups").get(i).path("product_ids"), at, products, "1");
    }
    for (int i = 0; i < tree.path("relationships").size(); i++) {
      JsonNode relationship = tree.path("relationships").get(i);
      for (String name : List.of("product_reference", "relates_to_product_reference")) {
        if (!products.contains(relationship.path(name).asString(""))) {
          fail("1", "/product_tree/relationships/" + i + "/" + name);
        }
      }
    }
    JsonNode vulnerabilities = root.path("vulnerabilities");
    for (int i = 0; i < vulnerabilities.size(); i++) {
      usesOf(vulnerabilities.get(i), "/vulnerabilities/" + i);
    }
  }

  private void usesOf(JsonNode vulnerability, String path) {
    vulnerability
        .path("product_status")
        .properties()
        .forEach(status ->
            known(status.getValue(), path + "/product_status/" + status.getKey(), products, "1"));
    for (String list : List.of("remediations", "threats", "flags")) {
      JsonNode items = vulnerability.path(list);
      for (int i = 0; i < items.size(); i++) {
        String at = path + "/" + list + "/" + i;
        known(items.get(i).path("product_ids"), at + "/product_ids", products, "1");
        known(items.get(i).path("group_ids"), at + "/group_ids", groups, "4");
      }
    }
    JsonNode scores = vulnerability.path("scores");
    for (int i = 0; i < scores.size(); i++) {
      known(scores.get(i).path("products"), path + "/scores/" + i + "/products", products, "1");
    }
  }

  private void known(JsonNode ids, String path, Set<String> defined, String test) {
    for (int i = 0; i < ids.size(); i++) {
      if (!defined.contains(ids.get(i).asString(""))) {
        fail(test, path + "/" + i);
      }
    }
  }
}
