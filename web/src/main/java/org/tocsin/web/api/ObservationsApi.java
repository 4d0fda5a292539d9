package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.ObservationQuery.Order;
import org.tocsin.web.raw.Download;
import org.tocsin.web.search.FoundObservations;
import org.tocsin.web.search.ObservationParameters;

/** What was observed. */
@RestController
@Tag(name = "Observations", description = "What was seen, as STIX 2.1")
final class ObservationsApi {
  private static final int USUAL_LIMIT = 100;

  private final FoundObservations observations;

  ObservationsApi(FoundObservations observations) {
    this.observations = observations;
  }

  @GetMapping("/api/observations")
  @Operation(
      summary = "Search, or follow what becomes visible",
      description =
          "All conditions must hold. In the order 'added', a program that keeps the last cursor"
              + " gets everything it may see once, whatever is being written meanwhile; a page may"
              + " be empty and its cursor still be good.")
  PageBody<ObservationItem> search(
      @ParameterObject ObservationParameters parameters, Reader reader) {
    return PageBody.of(
        observations.page(parameters.query(USUAL_LIMIT, Order.ADDED), reader), ObservationItem::of);
  }

  @GetMapping("/api/observations/{id}")
  @Operation(summary = "One observation with its STIX")
  ObservationItem observation(@PathVariable String id, Reader reader) {
    return ObservationItem.of(observations.one(id, reader));
  }

  @GetMapping("/api/observations/{id}/raw")
  @Operation(
      summary = "The bytes an observation came from",
      description =
          "The record's own bytes, a row with its header line before it. Only for the team and"
              + " for whoever submitted them.")
  ResponseEntity<byte[]> raw(
      @PathVariable String id,
      @Parameter(description = "The whole raw record instead") @RequestParam(defaultValue = "false")
          boolean whole,
      Reader reader) {
    byte[] bytes = whole ? observations.wholeRaw(id, reader) : observations.raw(id, reader).text();
    return Download.of(bytes, "observation-" + id);
  }
}
