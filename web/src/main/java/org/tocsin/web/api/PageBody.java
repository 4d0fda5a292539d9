package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.tocsin.store.Page;

/**
 * A page of a list.
 *
 * @param items what was found, in order
 * @param cursor what to send as {@code cursor} to go on after the last item; always there, and good
 *     later too when there is nothing more yet
 * @param more whether there was more when the page was cut
 */
record PageBody<T>(
    List<T> items,
    @Schema(description = "Send it as cursor to go on; stays good when nothing more is there yet")
        String cursor,
    @Schema(description = "Whether there was more when the page was cut") boolean more) {
  static <S, T> PageBody<T> of(Page<S> page, Function<S, T> item) {
    return new PageBody<>(page.items().stream().map(item).toList(), page.cursor(), page.more());
  }
}
