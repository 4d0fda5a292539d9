package org.tocsin.formats.csaf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.JsonFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The products an advisory names, by their ids within it (CSAF 2.0 section 3.2.2). */
final class ProductTree {
  private static final int MAX_DEPTH = 40;

  private final Map<String, ObjectNode> products = new LinkedHashMap<>();

  private ProductTree() {}

  /** Checks a tree and forgets it; null where the document has none. */
  static void check(@Nullable JsonNode tree) throws Fault {
    of(tree);
  }

  /** Reads a tree; null where the document has none. */
  static ProductTree of(@Nullable JsonNode tree) throws Fault {
    ProductTree read = new ProductTree();
    if (tree == null) {
      return read;
    }
    if (!(tree instanceof ObjectNode object)) {
      throw Fault.bad("/product_tree", "The product tree is an object.");
    }
    JsonFields fields = new JsonFields(object, "/product_tree");
    for (JsonFields product : Structure.list(fields, "full_product_names")) {
      read.add(product);
    }
    read.addBranches(fields, 0);
    for (JsonFields relationship : Structure.list(fields, "relationships")) {
      relationship.text("category");
      relationship.text("product_reference");
      relationship.text("relates_to_product_reference");
      read.add(relationship.object("full_product_name"));
    }
    return read;
  }

  private void addBranches(JsonFields parent, int depth) throws Fault {
    if (depth > MAX_DEPTH) {
      throw Fault.bad(parent.path(), "The branches are nested too deep.");
    }
    for (JsonFields branch : Structure.list(parent, "branches")) {
      branch.text("category");
      branch.text("name");
      if (branch.object().has("product")) {
        add(branch.object("product"));
      } else if (!branch.object().has("branches")) {
        throw Fault.missing(branch.at("product"), "A branch has branches or a product.");
      }
      addBranches(branch, depth + 1);
    }
  }

  private void add(JsonFields product) throws Fault {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.put("product_id", product.text("product_id")).put("name", product.text("name"));
    JsonNode helper = product.object().path("product_identification_helper");
    for (String name : List.of("cpe", "purl")) {
      if (helper.path(name).isString()) {
        kept.set(name, helper.path(name));
      }
    }
    products.putIfAbsent(kept.path("product_id").asString(""), kept);
  }

  /** Name, CPE and purl of all products. */
  ArrayNode all() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    products.values().forEach(all::add);
    return all;
  }

  /** The name of a product; its id where the tree does not know it. */
  String name(String id) {
    ObjectNode product = products.get(id);
    return product == null ? id : product.path("name").asString(id);
  }
}
