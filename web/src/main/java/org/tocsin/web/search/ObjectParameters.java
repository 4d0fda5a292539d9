package org.tocsin.web.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.store.ObjectQuery;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;

/**
 * What to look for among objects, as a request gives it; a blank one counts as missing.
 *
 * @param q words, all of which must occur
 * @param type STIX type, such as {@code indicator}
 * @param id STIX id
 * @param provider the provider's short name
 * @param versions {@code all} for every version; otherwise the last one of each, none revoked
 *     unless asked for by its id
 * @param cursor where to go on
 * @param limit how many at most, 1 to 1,000
 */
public record ObjectParameters(
    @Nullable String q,
    @Nullable String type,
    @Nullable String id,
    @Nullable String provider,
    @Nullable String versions,
    @Nullable String cursor,
    @Nullable String limit) {

  /**
   * The query these stand for.
   *
   * @throws BadParameterException where one cannot be read, naming it
   */
  public ObjectQuery query(int usualLimit) {
    return new ObjectQuery(
        Given.text("q", q),
        Given.text("type", type),
        Given.text("id", id),
        Given.text("provider", provider),
        allVersions(),
        Given.text("cursor", cursor),
        Given.limit(limit, usualLimit));
  }

  private boolean allVersions() {
    String text = Given.text("versions", versions);
    return switch (text == null ? "last" : text.toLowerCase(Locale.ROOT)) {
      case "all" -> true;
      case "last" -> false;
      default -> throw new BadParameterException("versions", "'versions' must be 'all' or 'last'.");
    };
  }
}
