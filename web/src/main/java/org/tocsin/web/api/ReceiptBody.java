package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Submission;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.StoredIncident;
import org.tocsin.web.account.Standing;

/**
 * The account of a submission.
 *
 * @param observed null, like the other terms Elasticsearch holds, while it is away
 * @param difference collected less all other terms: 0 when the equation holds
 * @param state {@code pending}, {@code complete} or {@code aborted}
 * @param fault why it was aborted, null otherwise
 * @param store {@code unavailable} while Elasticsearch is away, null otherwise
 */
@JsonInclude(Include.NON_NULL)
record ReceiptBody(
    UUID receipt,
    String provider,
    String feed,
    @Nullable String name,
    String format,
    @Nullable String tlp,
    String submitter,
    String lane,
    String collectedAt,
    long bytes,
    @Nullable String sha256,
    @Schema(description = "Records the framer counted") long collected,
    @Nullable Long observed,
    @Nullable Long duplicate,
    @Nullable Long suppressed,
    @Nullable Long rejected,
    @Schema(description = "Records that wait for triage, from consumer offsets") long pending,
    @Schema(description = "0 when the equation holds") @Nullable Long difference,
    @Schema(description = "The incidents it led to, at most 100") List<LedTo> incidents,
    @Schema(allowableValues = {"pending", "complete", "aborted"}) String state,
    @Nullable String fault,
    @Schema(description = "'unavailable' while only Kafka can be asked") @Nullable String store) {

  /** An incident that some of the submission's records belong to. */
  record LedTo(UUID id, String number, String title) {
    static LedTo of(StoredIncident stored) {
      Incident incident = stored.incident();
      return new LedTo(incident.id(), incident.number(), incident.title());
    }
  }

  static ReceiptBody of(Standing standing, List<StoredIncident> incidents) {
    Submission submission = standing.submission();
    Account account = standing.account();
    return new ReceiptBody(
        submission.receipt(),
        submission.origin().provider(),
        submission.origin().feed(),
        submission.name(),
        submission.format(),
        submission.tlp() == null ? null : submission.tlp().label(),
        submission.submitter(),
        submission.lane().key(),
        StixTime.millis(submission.openedAt()),
        submission.bytes(),
        submission.sha256(),
        account == null ? submission.records() : account.collected(),
        account == null ? null : account.observed(),
        account == null ? null : account.duplicate(),
        account == null ? null : account.suppressed(),
        account == null ? null : account.rejected(),
        standing.pending(),
        account == null ? null : account.difference(),
        incidents.stream().map(LedTo::of).toList(),
        standing.state().name().toLowerCase(Locale.ROOT),
        submission.fault(),
        account == null ? "unavailable" : null);
  }
}
