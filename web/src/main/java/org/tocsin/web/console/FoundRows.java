package org.tocsin.web.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.tocsin.store.Page;

/**
 * Rows of a list, and how to get the next ones.
 *
 * @param items the rows
 * @param more whether there are more
 * @param next the query string that gets them
 */
record FoundRows<T>(List<T> items, boolean more, String next) {
  static <S, T> FoundRows<T> of(Page<S> page, String query, Function<S, T> row) {
    String cursor = "cursor=" + URLEncoder.encode(page.cursor(), StandardCharsets.UTF_8);
    return new FoundRows<>(
        page.items().stream().map(row).toList(),
        page.more(),
        query.isEmpty() ? cursor : query + "&" + cursor);
  }
}
