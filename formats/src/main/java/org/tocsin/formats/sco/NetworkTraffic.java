package org.tocsin.formats.sco;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Traffic between two ends, one of which may be unknown (STIX 2.1 section 6.12).
 *
 * @param source who sent it, null where nobody knows
 * @param target whom it went to, null where nobody knows; not both are null
 * @param protocols from the outermost to the innermost, in lower case; at least one
 * @param request the HTTP request it carried, null where it carried none or it is not known
 */
public record NetworkTraffic(
    @Nullable End source,
    @Nullable End target,
    List<String> protocols,
    @Nullable HttpRequest request) {

  /**
   * One end.
   *
   * @param ref id of the address or domain name, null where only the port is known
   * @param port 0 to 65535, null where it is not known
   */
  public record End(@Nullable String ref, @Nullable Integer port) {}

  public NetworkTraffic {
    protocols = List.copyOf(protocols);
    if (protocols.isEmpty() || (refOf(source) == null && refOf(target) == null)) {
      throw new IllegalArgumentException("traffic has a protocol and at least one known end");
    }
  }

  private static @Nullable String refOf(@Nullable End end) {
    return end == null ? null : end.ref();
  }

  /** Exactly the properties that contribute to the id are set here. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "src", source);
    put(json, "dst", target);
    ArrayNode names = json.putArray("protocols");
    protocols.forEach(names::add);
    if (request != null) {
      json.putObject("extensions").set("http-request-ext", request.json());
    }
    return json;
  }

  private static void put(ObjectNode json, String side, @Nullable End end) {
    if (end == null) {
      return;
    }
    if (end.ref() != null) {
      json.put(side + "_ref", end.ref());
    }
    if (end.port() != null) {
      json.put(side + "_port", end.port());
    }
  }
}
