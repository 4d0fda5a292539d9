package org.tocsin.ingest.http;

import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.registration.Registrations;
import org.tocsin.ingest.registration.Terms;
import org.tocsin.ingest.submission.SubmissionRequest;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;

/** What a request asks for, as far as its sender may. Thread-safe. */
final class RequestTerms {
  private final ReaderSource senders;
  private final Registrations registrations;

  RequestTerms(ReaderSource senders, Registrations registrations) {
    this.senders = senders;
    this.registrations = registrations;
  }

  /**
   * A request of the current sender; an empty parameter is none.
   *
   * @throws RefusedException when the sender may not, or a parameter can't be read
   */
  SubmissionRequest request(
      @Nullable String provider,
      @Nullable String feed,
      @Nullable String tlp,
      @Nullable String format,
      @Nullable String kind,
      @Nullable String key) {
    Reader sender = senders.current();
    if (sender.equals(Reader.ANONYMOUS)) {
      throw new RefusedException(
          Refusal.NOT_AUTHENTICATED, "Submitting needs a bearer token, or a client id and secret.");
    }
    Terms terms = registrations.of(sender).terms(given(provider), given(feed), level(given(tlp)));
    boolean machine = sender.roles().contains(Role.FEED);
    return new SubmissionRequest(
            sender.name(), terms, machine, null, null, given(format), -1, key, 0)
        .of(kind(given(kind)));
  }

  private static @Nullable String given(@Nullable String parameter) {
    return parameter == null || parameter.isBlank() ? null : parameter.strip();
  }

  private static FeedKind kind(@Nullable String given) {
    if (given == null) {
      return FeedKind.EVENTS;
    }
    return FeedKind.parse(given)
        .orElseThrow(() ->
            new RefusedException(
                Refusal.BAD_PARAMETER, "The parameter kind is one of events and list."));
  }

  private static @Nullable Tlp level(@Nullable String given) {
    if (given == null) {
      return null;
    }
    // an unencoded + in a query arrives as a space
    return Tlp.parse(given)
        .orElseThrow(() ->
            new RefusedException(
                Refusal.BAD_PARAMETER,
                "The parameter tlp is one of clear, green, amber, amber+strict and red."));
  }
}
