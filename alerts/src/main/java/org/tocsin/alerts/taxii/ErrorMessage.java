package org.tocsin.alerts.taxii;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An error message (TAXII 2.1 section 3.6.1).
 *
 * @param errorId finds the error in the log, null where it is not there
 * @param httpStatus the status as text
 */
@JsonInclude(Include.NON_NULL)
record ErrorMessage(
    String title,
    String description,
    @JsonProperty("error_id") @Nullable String errorId,
    @JsonProperty("http_status") String httpStatus) {

  static ErrorMessage of(HttpStatus status, String title, String description) {
    return new ErrorMessage(title, description, null, String.valueOf(status.value()));
  }

  static ErrorMessage of(TaxiiException e) {
    return of(e.status(), e.title(), e.description());
  }

  HttpStatus status() {
    return HttpStatus.valueOf(Integer.parseInt(httpStatus));
  }
}
