package org.tocsin.alerts.taxii;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.StixTime;

/** Takes objects (TAXII 2.1 section 5.5), and answers once they are kept. */
@RestController
final class InboxController {
  private final CollectionRegistry collections;
  private final Inbox inbox;
  private final EnvelopeBody bodies;
  private final ReaderSource readers;
  private final InstantSource clock;

  InboxController(
      CollectionRegistry collections,
      Inbox inbox,
      EnvelopeBody bodies,
      ReaderSource readers,
      InstantSource clock) {
    this.collections = collections;
    this.inbox = inbox;
    this.bodies = bodies;
    this.readers = readers;
    this.clock = clock;
  }

  @PostMapping(TaxiiAddress.OBJECTS)
  ResponseEntity<Status> add(@PathVariable String collection, HttpServletRequest request)
      throws IOException {
    Reader sender = readers.current();
    if (!collections.find(collection, sender).isWritableBy(sender)) {
      throw TaxiiException.forbidden("You may not add to this collection.");
    }
    if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
      throw new TaxiiException(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "No such encoding",
          "Envelopes are taken as they are.");
    }
    byte[] envelope = bodies.read(request.getInputStream(), request.getContentLengthLong());
    Inbox.Taken taken = inbox.take(sender, envelope);
    return Answer.accepted(
        new Status(
            taken.receipt(),
            Status.PENDING,
            StixTime.micros(clock.instant()),
            taken.objects(),
            0,
            0,
            taken.objects()));
  }
}
