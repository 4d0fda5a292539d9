package org.tocsin.formats.mail.arf;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.formats.mail.fields.MailFields;
import org.tocsin.formats.mail.mime.HeaderFields;
import org.tocsin.formats.mail.mime.Letter;
import org.tocsin.formats.mail.mime.MailAddress;
import org.tocsin.formats.mail.mime.MailDate;
import org.tocsin.formats.mail.mime.MailParser;
import org.tocsin.formats.mail.mime.Part;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.WebAddress;

/**
 * A feedback report (RFC 5965; authentication failures RFC 6591, source ports RFC 6692): who sent a
 * mail that somebody complains of.
 */
public final class FeedbackReport {
  private static final String TYPE = "message/feedback-report";

  /** What names the reporter or a recipient, or means nothing to anybody else. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "original-rcpt-to",
          "original-envelope-id",
          "original-mail-from",
          "removal-recipient",
          "redacted-address",
          "reporting-mta");

  private final Letter letter;
  private final HeaderFields fields;

  private FeedbackReport(Letter letter, HeaderFields fields) {
    this.letter = letter;
    this.fields = fields;
  }

  /** The report a mail carries; empty where it carries none. */
  public static Optional<FeedbackReport> in(Letter letter) throws Fault {
    Optional<Part> part = letter.content().first(TYPE);
    return part.isEmpty()
        ? Optional.empty()
        : Optional.of(new FeedbackReport(letter, MailParser.header(part.get().body())));
  }

  /** Whether it says that a mail was good. */
  public boolean isAllClear() {
    return type().isAllClear();
  }

  /**
   * What it tells of.
   *
   * @param received when the mail was collected, for those that say no time
   */
  public ObservedDraft draft(Instant received) {
    ObservedDraft draft = new ObservedDraft(time(received));
    draft.rsit(type().rsit()).reportType(type().name());
    fields.first("incidents").flatMap(FeedbackReport::count).ifPresent(draft::number);
    Optional<HeaderFields> reported = letter.enclosed();
    Set<String> recipients = recipients();
    fields
        .first("source-ip")
        .flatMap(ReceivedFrom::address)
        .ifPresentOrElse(
            source -> {
              draft.about(Set.of(draft.scos().address(source)));
              names(draft, recipients);
            },
            () -> draft.about(names(draft, recipients)));
    if (draft.scos().ids().isEmpty()) {
      reported
          .flatMap(ReceivedFrom::of)
          .ifPresent(sender -> draft.about(Set.of(draft.scos().address(sender))));
    }
    for (String name : fields.names()) {
      List<String> impersonal =
          fields.all(name).stream().filter(text -> isImpersonal(text, recipients)).toList();
      MailFields.keep(draft, name, String.join("\n", impersonal), LEFT_OUT);
    }
    MailFields.hide(draft, "original-mail-from", fields.first("original-mail-from"));
    MailFields.keepReported(draft, reported);
    return draft;
  }

  private FeedbackType type() {
    return FeedbackType.of(fields.first("feedback-type"));
  }

  /** RFC 5965 section 3.2; Received-Date is what early drafts called it. */
  private Instant time(Instant received) {
    return Stream.of("arrival-date", "received-date")
        .flatMap(name -> fields.first(name).flatMap(MailDate::parse).stream())
        .findFirst()
        .or(letter::date)
        .orElse(received);
  }

  /**
   * Adds the domains and URLs that the report thinks relevant (RFC 5965 section 3.2); answers those
   * that may be the sender's, as many name whoever was sent the mail.
   */
  private Set<String> names(ObservedDraft draft, Set<String> recipients) {
    Set<String> senders = new LinkedHashSet<>();
    for (String text : fields.all("reported-domain")) {
      Optional<DomainName> domain = DomainName.parse(text.strip());
      if (domain.isPresent()) {
        String id = draft.scos().domainName(domain.get());
        if (recipients.stream().noneMatch(to -> to.endsWith("@" + domain.get().value()))) {
          senders.add(id);
        }
      }
    }
    for (String uri : fields.all("reported-uri")) {
      if (isImpersonal(uri, recipients)) {
        WebAddress.parse(uri.strip()).map(draft.scos()::url).ifPresent(senders::add);
      }
    }
    return senders;
  }

  private static boolean isImpersonal(String text, Set<String> recipients) {
    return recipients.stream().noneMatch(text.toLowerCase(Locale.ROOT)::contains);
  }

  /** Links in advertising often carry whom they were sent to. */
  private Set<String> recipients() {
    Set<String> recipients = new HashSet<>();
    for (String name : Set.of("original-rcpt-to", "removal-recipient")) {
      for (String field : fields.all(name)) {
        MailAddress.text(field)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .ifPresent(recipients::add);
      }
    }
    return recipients;
  }

  private static Optional<Long> count(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
