package org.tocsin.formats.sco;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The request that network traffic carried (STIX 2.1 section 6.12.3).
 *
 * @param method the method, such as {@code GET}
 * @param value what was asked for, mostly a path
 * @param version the version of HTTP, such as {@code HTTP/1.1}; null where it is not known
 * @param headers header fields that are known, by their names
 */
public record HttpRequest(
    String method, String value, @Nullable String version, Map<String, String> headers) {

  public HttpRequest {
    headers = Map.copyOf(headers);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("request_method", method.toLowerCase(Locale.ROOT)).put("request_value", value);
    if (version != null) {
      json.put("request_version", version.toLowerCase(Locale.ROOT));
    }
    if (!headers.isEmpty()) {
      ObjectNode fields = json.putObject("request_header");
      headers.forEach((name, field) -> fields.putArray(name).add(field));
    }
    return json;
  }
}
