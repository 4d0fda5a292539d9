package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.NotVisibleException;
import org.tocsin.web.warning.DeliveryDesk;
import org.tocsin.web.warning.FoundWarnings;

/** Who got which version of a warning by which channel, and what became of it. */
@RestController
@Tag(name = "Warnings", description = "What goes out, from the first draft to acknowledgement")
final class DeliveriesApi {
  private final FoundWarnings warnings;
  private final DeliveryDesk desk;

  DeliveriesApi(FoundWarnings warnings, DeliveryDesk desk) {
    this.warnings = warnings;
    this.desk = desk;
  }

  @GetMapping("/api/warnings/{id}/deliveries")
  @Operation(
      summary = "Who has acknowledged it, who has not yet, and what was delivered to whom",
      description =
          "For the team every organisation of the directory it reaches, those that wait first, and"
              + " every delivery; for others their own deliveries. With 'waiting' only who has not"
              + " acknowledged it yet.")
  DeliveriesBody deliveries(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean waiting,
      Reader reader) {
    DeliveriesBody body = DeliveriesBody.of(desk.board(warnings.one(id, reader)));
    return waiting ? body.waiting() : body;
  }

  @PostMapping("/api/deliveries/{id}/replay")
  @Operation(
      summary = "Have a delivery tried again that came to a dead end",
      description = "For analysts, leads and admins. It is tried for another day, under its key.")
  @ApiResponse(responseCode = "202", description = "The ledger has it; the board is at Location")
  ResponseEntity<Replayed> replay(@PathVariable String id, Reader reader) {
    UUID given = Given.uuid(id).orElseThrow(() -> new NotVisibleException("delivery"));
    Delivery delivery = desk.replay(given, reader);
    return ResponseEntity.accepted()
        .location(URI.create("/api/warnings/" + delivery.item().warning() + "/deliveries"))
        .body(new Replayed(delivery.id().toString(), delivery.item().number()));
  }

  /**
   * What is tried again.
   *
   * @param id the delivery
   * @param warning the number of its warning
   */
  record Replayed(String id, String warning) {}
}
