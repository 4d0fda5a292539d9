package org.tocsin.alerts.taxii;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * What became of what was added (TAXII 2.1 section 4.3.1): the account of the submission. The
 * objects one by one are left out; the API has the rejects with their reasons.
 *
 * @param id the receipt
 * @param status {@code pending} or {@code complete}
 * @param requestTimestamp when it was taken
 * @param totalCount objects in it
 * @param successCount objects that are there now, or were there already
 * @param failureCount objects that could not be read
 * @param pendingCount objects that wait
 */
record Status(
    UUID id,
    String status,
    @JsonProperty("request_timestamp") String requestTimestamp,
    @JsonProperty("total_count") long totalCount,
    @JsonProperty("success_count") long successCount,
    @JsonProperty("failure_count") long failureCount,
    @JsonProperty("pending_count") long pendingCount) {
  static final String PENDING = "pending";
  static final String COMPLETE = "complete";
}
