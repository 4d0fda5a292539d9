package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.StoredReject;

/**
 * A record that could not be taken, and why.
 *
 * @param number the raw record's number in the submission, from 0
 * @param position the record's position in it, from 0
 * @param line line of the submission it begins on, from 1; null where lines mean nothing
 * @param path column name or JSON pointer of the field at fault; null where it is the whole record
 */
@JsonInclude(Include.NON_NULL)
record RejectItem(
    String id,
    UUID receipt,
    int number,
    int position,
    @Nullable Long line,
    @Nullable String path,
    @Schema(description = "The kind of fault, such as bad-value") String reason,
    @Schema(description = "One sentence a person understands") String detail,
    String provider,
    String feed,
    @Schema(description = "The format that was tried") String format,
    String submitter,
    String collectedAt) {

  static RejectItem of(StoredReject stored) {
    return new RejectItem(
        stored.slot().toString(),
        stored.slot().receipt(),
        stored.slot().number(),
        stored.slot().position(),
        stored.reject().line(),
        stored.reject().path(),
        stored.reject().reason().key(),
        stored.reject().detail(),
        stored.origin().provider(),
        stored.origin().feed(),
        stored.format(),
        stored.submitter(),
        StixTime.millis(stored.collectedAt()));
  }
}
