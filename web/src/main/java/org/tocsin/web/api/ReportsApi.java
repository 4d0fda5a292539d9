package org.tocsin.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.account.Receipts;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.NotVisibleException;

/** What became of a submission. */
@RestController
@Tag(name = "Reports", description = "What goes in, and what becomes of it")
final class ReportsApi {
  private final Receipts receipts;

  ReportsApi(Receipts receipts) {
    this.receipts = receipts;
  }

  @GetMapping("/api/reports/{receipt}")
  @Operation(
      summary = "The account of one submission",
      description =
          "collected = observed + duplicate + suppressed + rejected + pending. Each term is counted"
              + " where it arises, so a difference other than 0 in a complete account means a"
              + " loss. While the search index is away, collected and pending are known all the"
              + " same. Whoever is not of the team sees their own submissions, and of the"
              + " incidents those the sharing policy shows them, at most 100.")
  ReceiptBody account(@PathVariable String receipt, Reader reader) {
    return Given.uuid(receipt)
        .flatMap(id -> receipts.find(id, reader))
        .map(standing -> ReceiptBody.of(standing, receipts.incidents(standing, reader)))
        .orElseThrow(() -> new NotVisibleException("receipt"));
  }
}
