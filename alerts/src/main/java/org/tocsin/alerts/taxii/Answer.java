package org.tocsin.alerts.taxii;

import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tocsin.model.stix.StixTime;

/** Answers in TAXII's media type; set here, or an Accept header could still turn one away. */
final class Answer {
  private Answer() {}

  static <T> ResponseEntity<T> of(T body) {
    return ResponseEntity.ok().contentType(TaxiiMediaType.TAXII).body(body);
  }

  /** What was taken and is being read (section 5.5). */
  static ResponseEntity<Status> accepted(Status status) {
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .contentType(TaxiiMediaType.TAXII)
        .body(status);
  }

  /** Part of a collection, with the times of its first and last object (section 3.1). */
  static <T> ResponseEntity<T> of(Slice slice, Function<Slice, T> body) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(TaxiiMediaType.TAXII);
    if (!slice.items().isEmpty()) {
      answer.header("X-TAXII-Date-Added-First", StixTime.micros(slice.items().getFirst().added()));
      answer.header("X-TAXII-Date-Added-Last", StixTime.micros(slice.items().getLast().added()));
    }
    return answer.body(body.apply(slice));
  }
}
