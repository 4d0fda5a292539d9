package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.store.StoredReject;
import org.tocsin.web.raw.Excerpt;
import org.tocsin.web.raw.RawText;

/**
 * A reject with its bytes.
 *
 * @param reject what is known of it
 * @param raw the bytes as text; null where they are not UTF-8 text
 * @param rawBase64 the same bytes, whatever they are
 * @param rawCut true where the record goes on, null otherwise
 * @param whole address of the whole raw record
 */
@JsonInclude(Include.NON_NULL)
record RejectBody(
    @JsonUnwrapped RejectItem reject,
    @Schema(description = "The record's bytes, where they are UTF-8 text") @Nullable String raw,
    byte[] rawBase64,
    @Nullable Boolean rawCut,
    @Schema(description = "Address of the whole raw record") String whole) {

  static RejectBody of(StoredReject stored, Excerpt excerpt) {
    byte[] text = excerpt.text();
    return new RejectBody(
        RejectItem.of(stored),
        RawText.of(text).orElse(null),
        text,
        excerpt.cut() ? true : null,
        "/api/rejects/" + stored.slot() + "/raw?whole=true");
  }
}
