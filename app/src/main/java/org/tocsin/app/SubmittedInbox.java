package org.tocsin.app;

import java.io.ByteArrayInputStream;
import org.springframework.http.HttpStatus;
import org.tocsin.alerts.taxii.Inbox;
import org.tocsin.alerts.taxii.InboxRefusedException;
import org.tocsin.formats.Format;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.refusal.RetryableRefusalException;
import org.tocsin.ingest.registration.Registrations;
import org.tocsin.ingest.registration.Terms;
import org.tocsin.ingest.submission.Collector;
import org.tocsin.ingest.submission.Receipt;
import org.tocsin.ingest.submission.SubmissionRequest;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;

/**
 * What comes in by TAXII is a submission like every other: under the registration of its sender,
 * with a receipt and an account.
 */
final class SubmittedInbox implements Inbox {
  private static final String MEDIA_TYPE = "application/taxii+json;version=2.1";

  private final Registrations registrations;
  private final Collector collector;
  private final Format stix;

  SubmittedInbox(Registrations registrations, Collector collector, Format stix) {
    this.registrations = registrations;
    this.collector = collector;
    this.stix = stix;
  }

  @Override
  public boolean isOpenTo(Reader sender) {
    try {
      registrations.of(sender);
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  @Override
  public Taken take(Reader sender, byte[] envelope) {
    try {
      Terms terms = registrations.of(sender).terms(null, null, null);
      boolean machine = sender.roles().contains(Role.FEED);
      SubmissionRequest request =
          new SubmissionRequest(
              sender.name(),
              terms,
              machine,
              null,
              MEDIA_TYPE,
              stix.name(),
              envelope.length,
              null,
              0);
      Receipt receipt = collector.collect(new ByteArrayInputStream(envelope), request);
      return new Taken(receipt.id(), receipt.records());
    } catch (RefusedException e) {
      throw new InboxRefusedException(
          status(e.refusal()), e.refusal().title(), e.detail(), null, e);
    } catch (RetryableRefusalException e) {
      throw new InboxRefusedException(
          HttpStatus.TOO_MANY_REQUESTS,
          e.refusal().title(),
          "Send it again later.",
          e.retryAfter(),
          e);
    }
  }

  private static HttpStatus status(Refusal refusal) {
    return switch (refusal) {
      case NOT_AUTHENTICATED, MAY_NOT_SUBMIT, NOT_REGISTERED, TLP_TOO_LOOSE -> HttpStatus.FORBIDDEN;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      default -> HttpStatus.BAD_REQUEST;
    };
  }
}
