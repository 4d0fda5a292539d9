package org.tocsin.alerts.taxii;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tocsin.alerts.ReaderSource;

/** Says what there is on this server (TAXII 2.1 section 4). */
@RestController
final class ServerController {
  private final StatusReader statuses;
  private final EnvelopeBody bodies;
  private final ReaderSource readers;

  ServerController(StatusReader statuses, EnvelopeBody bodies, ReaderSource readers) {
    this.statuses = statuses;
    this.bodies = bodies;
    this.readers = readers;
  }

  /** Section 4.1. */
  @GetMapping(TaxiiAddress.DISCOVERY)
  ResponseEntity<Discovery> discovery() {
    String root =
        ServletUriComponentsBuilder.fromCurrentContextPath().path(TaxiiAddress.ROOT).toUriString();
    return Answer.of(
        new Discovery(
            "Tocsin",
            "Watch, warning and incident response of a national CERT.",
            null,
            root,
            List.of(root)));
  }

  /** Section 4.2. */
  @GetMapping(TaxiiAddress.ROOT)
  ResponseEntity<ApiRoot> apiRoot() {
    return Answer.of(
        new ApiRoot(
            "Tocsin",
            "What this node shares, each reader's share of it.",
            List.of(TaxiiMediaType.TAXII.toString()),
            bodies.most()));
  }

  /** Section 4.3. */
  @GetMapping(TaxiiAddress.STATUS + "{status}/")
  ResponseEntity<Status> status(@PathVariable String status) {
    try {
      return statuses
          .find(UUID.fromString(status), readers.current())
          .map(Answer::of)
          .orElseThrow(() -> TaxiiException.notFound("status"));
    } catch (IllegalArgumentException e) {
      throw TaxiiException.notFound("status");
    }
  }
}
