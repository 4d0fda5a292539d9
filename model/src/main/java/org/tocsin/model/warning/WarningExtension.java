package org.tocsin.model.warning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.stix.TocsinExtension;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What of a warning STIX has no property for, in the extension of its report. */
final class WarningExtension {
  private WarningExtension() {}

  static ObjectNode of(Warning warning, WarningVersion version) {
    WarningContent content = version.content();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("extension_type", "property-extension")
        .put("number", warning.number())
        .put("version", version.number())
        .put("severity", content.severity().key());
    content.rsit().ifPresent(rsit -> classification(json, rsit));
    time(json, "valid_from", content.validFrom());
    time(json, "valid_until", content.validUntil());
    text(json, "change", version.note());
    @Nullable UUID replaced = warning.replaces();
    text(json, "replaces", replaced == null ? null : "report--" + replaced);
    if (!content.products().isEmpty()) {
      ArrayNode products = json.putArray("products");
      content.products().forEach(products::add);
    }
    advice(json, content.advice());
    return json;
  }

  private static void classification(ObjectNode json, Rsit rsit) {
    json.put(TocsinExtension.CLASSIFICATION, rsit.classification())
        .put(TocsinExtension.CLASSIFICATION_TYPE, rsit.type());
  }

  private static void advice(ObjectNode json, Advice advice) {
    if (!advice.equals(Advice.NONE)) {
      ObjectNode all = json.putObject("advice");
      text(all, "citizens", advice.citizens());
      text(all, "businesses", advice.businesses());
      text(all, "governments", advice.governments());
      text(all, "international_organisations", advice.internationalOrganisations());
    }
  }

  private static void time(ObjectNode json, String name, @Nullable Instant time) {
    text(json, name, time == null ? null : StixTime.micros(time));
  }

  private static void text(ObjectNode json, String name, @Nullable String text) {
    if (text != null) {
      json.put(name, text);
    }
  }
}
