package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.incident.IncidentBundle;
import tools.jackson.databind.node.ObjectNode;

/** Incidents for other programs. */
@RestController
@Tag(name = "Incidents")
final class IncidentStixApi {
  /** STIX 2.1 section 1.6.4 and IANA's registration. */
  private static final MediaType STIX =
      MediaType.parseMediaType("application/stix+json;version=2.1");

  private final IncidentBundle bundles;

  IncidentStixApi(IncidentBundle bundles) {
    this.bundles = bundles;
  }

  @GetMapping("/api/incidents/{id}/stix")
  @Operation(
      summary = "One incident as a STIX 2.1 bundle, by its id or its number",
      description =
          "The incident as it stands with the OASIS Incident Core extension, what people added to"
              + " it, and the newest 1,000 of its observations as far as you may see them. Where"
              + " there are more, X-Tocsin-Complete is false.")
  ResponseEntity<ObjectNode> stix(@PathVariable String id, Reader reader) {
    IncidentBundle.Bundle bundle = bundles.of(id, reader);
    return ResponseEntity.ok()
        .contentType(STIX)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Tocsin-Complete", String.valueOf(bundle.complete()))
        .body(bundle.json());
  }
}
