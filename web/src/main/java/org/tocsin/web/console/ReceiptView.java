package org.tocsin.web.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Submission;
import org.tocsin.model.incident.Incident;
import org.tocsin.store.ReceiptAccount.State;
import org.tocsin.store.StoredIncident;
import org.tocsin.web.account.Standing;

/**
 * A submission on its own page.
 *
 * @param id its receipt
 * @param title its file name, or what it is where it has none
 * @param provider who publishes it
 * @param feed in which stream
 * @param submitter who sent it in
 * @param format the format it is read as
 * @param lane which way it came in
 * @param tlp the level declared for it, null when none was
 * @param openedAt when
 * @param size how large
 * @param sha256 hash of its bytes, null unless it came to its end
 * @param rawRecords into how many raw records it was cut, in words
 * @param state {@code pending}, {@code complete}, {@code aborted} or {@code unbalanced}
 * @param live whether more is to come
 * @param equation its account, null while Elasticsearch is away
 * @param collected records counted by the framer
 * @param pending records that wait for triage
 * @param rejects whether any was rejected
 * @param fault why it was aborted, null otherwise
 * @param incidents those it led to that the reader may see
 */
record ReceiptView(
    String id,
    String title,
    String provider,
    String feed,
    String submitter,
    String format,
    String lane,
    ObservationCard.@Nullable Level tlp,
    Moment openedAt,
    String size,
    @Nullable String sha256,
    String rawRecords,
    String state,
    boolean live,
    @Nullable Equation equation,
    String collected,
    String pending,
    boolean rejects,
    @Nullable String fault,
    List<LedTo> incidents) {

  /** An incident it led to. */
  record LedTo(String number, String title, String severity, String state) {
    static LedTo of(StoredIncident stored) {
      Incident incident = stored.incident();
      return new LedTo(
          incident.number(), incident.title(), incident.severity().key(), incident.state().key());
    }
  }

  static ReceiptView of(Standing standing, List<StoredIncident> incidents) {
    Submission submission = standing.submission();
    return new ReceiptView(
        submission.receipt().toString(),
        submission.name() == null ? submission.format() + " report" : submission.name(),
        submission.origin().provider(),
        submission.origin().feed(),
        submission.submitter(),
        submission.format(),
        submission.lane().key(),
        submission.tlp() == null ? null : ObservationCard.Level.of(submission.tlp()),
        Moment.seconds(submission.openedAt()),
        Figure.size(submission.bytes()),
        submission.sha256(),
        Figure.of(submission.frames().size(), "raw record", "raw records"),
        standing.isUnbalanced() ? "unbalanced" : standing.state().name().toLowerCase(Locale.ROOT),
        standing.state() == State.PENDING,
        standing.account() == null ? null : Equation.of(standing.account()),
        Figure.count(submission.records()),
        Figure.count(standing.pending()),
        standing.account() != null && standing.account().rejected() > 0,
        submission.fault(),
        incidents.stream().map(LedTo::of).toList());
  }
}
