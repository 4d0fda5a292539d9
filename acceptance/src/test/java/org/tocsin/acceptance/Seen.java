package org.tocsin.acceptance;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Everything a reader can ask for of one provider.
 *
 * @param observations in the order they became visible
 * @param versions every version of every object
 * @param objects the last versions that were not taken back
 * @param accounts of the receipts, in their order
 * @param rejects of the receipts
 * @param accounting the provider's equation for each feed and hour
 */
record Seen(
    Walk observations,
    Walk versions,
    Walk objects,
    List<JsonNode> accounts,
    List<JsonNode> rejects,
    JsonNode accounting) {
  private static final String READER = "analyst";

  static Seen of(Node node, String provider, List<String> receipts) {
    return new Seen(
        Walk.over(node, "/api/observations?provider=" + provider),
        Walk.over(node, "/api/objects?versions=all&provider=" + provider),
        Walk.over(node, "/api/objects?provider=" + provider),
        receipts.stream().map(node::account).toList(),
        receipts.stream()
            .flatMap(receipt -> Walk.over(node, "/api/rejects?receipt=" + receipt).items().stream())
            .toList(),
        node.get("/api/accounting?provider=" + provider, READER).path("rows"));
  }

  /**
   * All pages of a search.
   *
   * @param items what they held
   * @param cursors the cursor of each page
   */
  record Walk(List<JsonNode> items, List<String> cursors) {
    static final int LIMIT = 100;

    static Walk over(Node node, String path) {
      List<JsonNode> items = new ArrayList<>();
      List<String> cursors = new ArrayList<>();
      JsonNode page;
      do {
        page = page(node, path, cursors.isEmpty() ? "" : cursors.getLast());
        page.path("items").forEach(items::add);
        cursors.add(page.path("cursor").asString());
      } while (page.path("more").asBoolean());
      return new Walk(items, cursors);
    }

    static JsonNode page(Node node, String path, String cursor) {
      String further = cursor.isEmpty() ? "" : "&cursor=" + Node.encode(cursor);
      return node.get(path + "&limit=" + LIMIT + further, READER);
    }

    List<String> ids() {
      return items.stream().map(item -> item.path("id").asString()).toList();
    }
  }
}
