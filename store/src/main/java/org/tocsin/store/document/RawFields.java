package org.tocsin.store.document;

import java.util.Locale;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a record's bytes are, as the object {@code raw} of a document has it. */
record RawFields(RawLocation location, int start, int length) {

  static RawFields read(ObjectNode source) {
    JsonNode raw = source.path("raw");
    RawLocation location =
        new RawLocation(
            Lane.valueOf(raw.path("lane").asString().toUpperCase(Locale.ROOT)),
            raw.path("partition").asInt(),
            raw.path("offset").asLong());
    return new RawFields(location, raw.path("start").asInt(0), raw.path("length").asInt(0));
  }

  void write(JsonText json) {
    json.object(
        "raw",
        () ->
            json.text("lane", location.lane().key())
                .number("partition", location.partition())
                .number("offset", location.offset())
                .number("start", start)
                .number("length", length));
  }
}
