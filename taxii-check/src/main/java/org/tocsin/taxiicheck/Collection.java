package org.tocsin.taxiicheck;

import java.net.URI;
import tools.jackson.databind.JsonNode;

/**
 * A collection (section 5.2.1).
 *
 * @param address where it is; ends with a slash
 * @param said what the server says of it
 */
record Collection(URI address, JsonNode said) {
  String id() {
    return said.path("id").asString();
  }

  /** Its name for people. */
  String name() {
    return said.path("alias").asString(said.path("title").asString(id()));
  }

  boolean isReadable() {
    return said.path("can_read").asBoolean();
  }

  boolean isWritable() {
    return said.path("can_write").asBoolean();
  }

  /** Where its manifest is (section 5.3). */
  URI manifest() {
    return address.resolve("manifest/");
  }

  /** Where its objects are (section 5.4). */
  URI objects() {
    return address.resolve("objects/");
  }

  /** Where one of them is (section 5.6). */
  URI object(String id) {
    return objects().resolve("./" + id + "/");
  }

  /** Where its versions are (section 5.8). */
  URI versions(String id) {
    return object(id).resolve("versions/");
  }
}
