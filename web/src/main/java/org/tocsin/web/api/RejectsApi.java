package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.StoredReject;
import org.tocsin.web.raw.Download;
import org.tocsin.web.search.FoundRejects;
import org.tocsin.web.search.RejectParameters;

/** What could not be read. */
@RestController
@Tag(name = "Rejects", description = "What could not be read, why, and its bytes")
final class RejectsApi {
  private static final int USUAL_LIMIT = 100;

  private final FoundRejects rejects;

  RejectsApi(FoundRejects rejects) {
    this.rejects = rejects;
  }

  @GetMapping("/api/rejects")
  @Operation(summary = "Rejects, the newest first")
  PageBody<RejectItem> search(@ParameterObject RejectParameters parameters, Reader reader) {
    return PageBody.of(rejects.page(parameters, USUAL_LIMIT, reader), RejectItem::of);
  }

  @GetMapping("/api/rejects/{id}")
  @Operation(
      summary = "One reject with its bytes",
      description =
          "The record's own bytes where its line is known, a row with its header line before it;"
              + " otherwise the beginning of the raw record.")
  RejectBody reject(@PathVariable String id, Reader reader) {
    StoredReject reject = rejects.one(id, reader);
    return RejectBody.of(reject, rejects.raw(reject));
  }

  @GetMapping("/api/rejects/{id}/raw")
  @Operation(summary = "The bytes that could not be read")
  ResponseEntity<byte[]> raw(
      @PathVariable String id,
      @Parameter(description = "The whole raw record instead") @RequestParam(defaultValue = "false")
          boolean whole,
      Reader reader) {
    StoredReject reject = rejects.one(id, reader);
    byte[] bytes = whole ? rejects.wholeRaw(reject) : rejects.raw(reject).text();
    return Download.of(bytes, "reject-" + id);
  }

  @PostMapping("/api/rejects/{id}/redrive")
  @Operation(
      summary = "Send the raw record through triage again",
      description =
          "For analysts, leads and admins. The whole raw record the reject lies in is read again"
              + " under its old slots: nothing is counted twice.")
  @ApiResponse(responseCode = "202", description = "Kafka has it; the account is at Location")
  ResponseEntity<Redriven> redrive(@PathVariable String id, Reader reader) {
    RawRecord raw = rejects.redrive(id, reader);
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .location(URI.create("/api/reports/" + raw.receipt()))
        .body(new Redriven(raw.receipt(), raw.number(), raw.records()));
  }

  /**
   * What was sent through triage again.
   *
   * @param receipt the submission
   * @param number the raw record's number in it
   * @param records how many records are in it
   */
  record Redriven(
      UUID receipt,
      int number,
      @Schema(description = "How many records the raw record holds") int records) {}
}
