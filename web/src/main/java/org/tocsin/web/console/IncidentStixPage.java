package org.tocsin.web.console;

import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.StixJson;
import org.tocsin.web.incident.IncidentBundle;

/** An incident as a file of STIX (STIX 2.1 section 8), for those who work on it elsewhere. */
@Controller
final class IncidentStixPage {
  private static final MediaType STIX =
      MediaType.parseMediaType("application/stix+json;version=2.1");

  private final IncidentBundle bundles;

  IncidentStixPage(IncidentBundle bundles) {
    this.bundles = bundles;
  }

  @GetMapping("/incidents/{id}/stix")
  ResponseEntity<byte[]> stix(@PathVariable String id, Reader reader) {
    IncidentBundle.Bundle bundle = bundles.of(id, reader);
    return ResponseEntity.ok()
        .contentType(STIX)
        .headers(headers ->
            headers.setContentDisposition(
                ContentDisposition.attachment().filename("incident-" + id + ".json").build()))
        .body(StixJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(bundle.json()));
  }
}
