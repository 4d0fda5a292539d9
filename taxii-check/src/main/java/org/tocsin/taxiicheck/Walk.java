package org.tocsin.taxiicheck;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Goes through a collection page by page (section 3.5), from its beginning. */
final class Walk {
  private Walk() {}

  /**
   * Its first objects: at least that many, or all there are.
   *
   * @param parameters what is asked for
   * @param limit how many are asked for at once
   */
  static List<JsonNode> through(
      Server server, URI address, Map<String, String> parameters, int limit, int enough) {
    List<JsonNode> found = new ArrayList<>();
    Map<String, String> asked = new LinkedHashMap<>(parameters);
    asked.put("limit", String.valueOf(limit));
    while (true) {
      Page page = Page.of(server.get(address, asked));
      BrokenException.unless(
          page.objects().size() <= limit,
          "%s answered %d objects",
          page.reply().asked(),
          page.objects().size());
      found.addAll(page.objects());
      if (!page.more() || found.size() >= enough) {
        return found;
      }
      goOn(page, asked);
    }
  }

  private static void goOn(Page page, Map<String, String> asked) {
    if (page.next() != null) {
      BrokenException.unless(
          !page.next().equals(asked.put("next", page.next())),
          "%s says to go on where it stands",
          page.reply().asked());
      return;
    }
    String last = page.addedLast();
    BrokenException.unless(
        !last.isEmpty() && !last.equals(asked.put("added_after", last)),
        "%s says that there is more, and not where",
        page.reply().asked());
  }
}
