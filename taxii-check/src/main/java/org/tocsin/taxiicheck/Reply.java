package org.tocsin.taxiicheck;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server answered.
 *
 * @param uri what was asked
 */
record Reply(String method, URI uri, int status, HttpHeaders headers, byte[] body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The value of a header; empty where there is none. */
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /**
   * Whether its type is TAXII 2.1 (section 1.6.8); blanks and quotation marks make no difference.
   */
  boolean isTaxii() {
    String type = header("Content-Type").toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
    return Arrays.asList(type.split(";"))
        .containsAll(Arrays.asList("application/taxii+json", "version=2.1"));
  }

  /** The same, if its status is one of those. */
  Reply withStatus(Integer... allowed) {
    BrokenException.unless(
        Arrays.asList(allowed).contains(status),
        "%s answered %d, not %s",
        asked(),
        status,
        String.join(" or ", Arrays.stream(allowed).map(String::valueOf).toList()));
    return this;
  }

  /** The same, if it is a successful answer in TAXII. */
  Reply ok() {
    withStatus(200);
    BrokenException.unless(
        isTaxii(), "%s answered with Content-Type '%s'", asked(), header("Content-Type"));
    return this;
  }

  /** Its body, a JSON object. */
  JsonNode json() {
    try {
      JsonNode read = JSON.readTree(body);
      BrokenException.unless(read.isObject(), "%s answered with no JSON object", asked());
      return read;
    } catch (JacksonException e) {
      throw new BrokenException(asked() + " answered with what is not JSON");
    }
  }

  /** What was asked, as people write it. */
  String asked() {
    String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
    return method + " " + uri.getPath() + query;
  }
}
