package org.tocsin.formats.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.mail.fields.MailFields;
import org.tocsin.formats.mail.mime.Letter;
import org.tocsin.formats.mail.mime.MailAddress;
import org.tocsin.formats.mail.mime.Part;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.sco.EmailMessage;
import org.tocsin.model.incident.MailThread;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;

/** A mail that is no report of a known form: what a person writes, kept as the mail it is. */
final class PersonalMail {
  private PersonalMail() {}

  /**
   * The mail as an observable; what it says is nobody's to judge but an analyst's.
   *
   * @param received when it was collected, for one that does not say when it was sent
   * @param report whether it is a report, so that an incident is made of it
   */
  static ObservedDraft draft(Letter letter, Instant received, boolean report) throws Fault {
    ObservedDraft draft = new ObservedDraft(letter.date().orElse(received));
    draft.reportType(MailThread.REPORT_TYPE).tlp(Tlp.AMBER);
    draft.rsit(report ? Rsit.UNDETERMINED : null);
    String text = MailWords.of(letter.content());
    draft.scos().emailMessage(message(letter, text, author(letter, draft)));
    MailFields.hide(draft, "from", letter.header().first("from"));
    draft.field(MailThread.IN_REPLY_TO, ids(letter, "in-reply-to"));
    draft.field(MailThread.REFERENCES, ids(letter, "references"));
    MailFields.hide(draft, "reply_to", letter.header().first("reply-to"));
    draft.field(
        MailFields.HIDDEN + "attachments",
        letter
            .content()
            .leaves()
            .filter(part -> part.name() != null)
            .map(Part::name)
            .limit(100)
            .collect(Collectors.joining("\n")));
    Mentioned.keep(draft, text);
    return draft;
  }

  private static @Nullable String author(Letter letter, ObservedDraft draft) {
    return letter
        .header()
        .first("from")
        .flatMap(MailAddress::first)
        .filter(MailAddress::isOfKnownSuffix)
        .map(draft.scos()::emailAddress)
        .orElse(null);
  }

  private static EmailMessage message(Letter letter, String text, @Nullable String author)
      throws Fault {
    @Nullable String subject = some(letter.header().first("subject"));
    boolean multipart = letter.content().isMultipart();
    if (author == null && subject == null && (text.isEmpty() || multipart)) {
      throw Fault.missing("From", "The mail names no author and has neither subject nor text.");
    }
    return new EmailMessage(
        multipart,
        letter.date().orElse(null),
        author,
        subject,
        some(letter.header().first("message-id")),
        text.isEmpty() ? null : text);
  }

  /** As much of it as is kept of any field; the first id of all is what counts. */
  private static @Nullable String ids(Letter letter, String name) {
    return letter.header().first(name).map(MailFields::shortened).orElse(null);
  }

  private static @Nullable String some(Optional<String> text) {
    return text.filter(each -> !each.isBlank()).orElse(null);
  }
}
