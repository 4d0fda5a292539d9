package org.tocsin.formats.mail.arf;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.formats.mail.fields.MailFields;
import org.tocsin.formats.mail.mime.HeaderFields;
import org.tocsin.formats.mail.mime.Letter;
import org.tocsin.formats.mail.mime.MailDate;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.model.rsit.Rsit;

/**
 * A complaint of Microsoft's Junk Mail Reporting Program: no ARF, but the mail complained of, and
 * the address it came from in the subject.
 */
public final class JunkComplaint {
  private static final Pattern SUBJECT =
      Pattern.compile("\\s*complaint about message from (\\S+)\\s*", Pattern.CASE_INSENSITIVE);

  private static final String RECIPIENT = "x-hmxmroriginalrecipient";

  private final Letter letter;
  private final HeaderFields reported;
  private final IpAddress source;

  private JunkComplaint(Letter letter, HeaderFields reported, IpAddress source) {
    this.letter = letter;
    this.reported = reported;
    this.source = source;
  }

  /** The complaint a mail is; empty where it is none. */
  public static Optional<JunkComplaint> in(Letter letter) {
    Matcher subject = SUBJECT.matcher(letter.header().first("subject").orElse(""));
    Optional<HeaderFields> reported = letter.enclosed().filter(header -> header.has(RECIPIENT));
    if (reported.isEmpty() || !subject.matches()) {
      return Optional.empty();
    }
    return IpAddress.parse(subject.group(1))
        .map(source -> new JunkComplaint(letter, reported.get(), source));
  }

  /** What it tells of. */
  public ObservedDraft draft(Instant received) {
    Instant time =
        reported.first("date").flatMap(MailDate::parse).or(letter::date).orElse(received);
    ObservedDraft draft = new ObservedDraft(time).rsit(Rsit.SPAM).reportType("abuse");
    draft.about(Set.of(draft.scos().address(source)));
    MailFields.keepReported(draft, Optional.of(reported));
    return draft;
  }
}
