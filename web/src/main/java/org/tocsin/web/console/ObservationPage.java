package org.tocsin.web.console;

import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.StixJson;
import org.tocsin.store.StoredObservation;
import org.tocsin.web.raw.Download;
import org.tocsin.web.search.FoundObservations;
import tools.jackson.databind.node.ObjectNode;

/** One observation: what it says, where it came from, and what it leads to. */
@Controller
@RequestMapping("/observations/{id}")
final class ObservationPage {
  private final FoundObservations observations;

  ObservationPage(FoundObservations observations) {
    this.observations = observations;
  }

  @GetMapping
  String page(@PathVariable String id, Reader reader, Model model) {
    StoredObservation stored = observations.one(id, reader);
    model.addAttribute("observation", ObservationView.of(stored));
    return "search/observation";
  }

  /** The bytes it came from, when somebody opens that part of the page. */
  @GetMapping("/bytes")
  String bytes(@PathVariable String id, Reader reader, Model model) {
    model.addAttribute("raw", RawView.of(observations.raw(id, reader), null));
    return "raw :: view";
  }

  @GetMapping("/raw")
  ResponseEntity<byte[]> raw(
      @PathVariable String id, @RequestParam(defaultValue = "false") boolean whole, Reader reader) {
    byte[] bytes = whole ? observations.wholeRaw(id, reader) : observations.raw(id, reader).text();
    return Download.of(bytes, "observation-" + id);
  }

  /** Its objects as a bundle (STIX 2.1 section 8). */
  @GetMapping("/stix")
  ResponseEntity<byte[]> stix(@PathVariable String id, Reader reader) {
    StoredObservation stored = observations.one(id, reader);
    ObjectNode bundle = StixJson.MAPPER.createObjectNode();
    bundle.put("type", "bundle").put("id", "bundle--" + stored.id());
    stored.objects().forEach(object -> bundle.withArray("objects").add(object.json()));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/stix+json;version=2.1"))
        .headers(headers ->
            headers.setContentDisposition(
                ContentDisposition.attachment().filename("observation-" + id + ".json").build()))
        .body(StixJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(bundle));
  }
}
