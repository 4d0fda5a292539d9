package org.tocsin.formats.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.mail.arf.FeedbackReport;
import org.tocsin.formats.mail.arf.JunkComplaint;
import org.tocsin.formats.mail.fields.MailFields;
import org.tocsin.formats.mail.mime.Letter;
import org.tocsin.formats.mail.mime.MailAddress;
import org.tocsin.formats.mail.mime.MailParser;
import org.tocsin.formats.mail.mime.Part;
import org.tocsin.formats.mail.signature.Keys;
import org.tocsin.formats.mail.signature.Signature;
import org.tocsin.formats.mail.signature.SignedMail;
import org.tocsin.formats.mail.xarf.XarfMail;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.ObservationWriter;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.Suppressed;

/** Reads one mail, once. */
final class MailReading {
  /** The rule for feedback that says a mail was no spam (RFC 6430). */
  static final String ALL_CLEAR = "not-spam-feedback";

  private final RawRecord raw;
  private final byte[] text;
  private final Keys keys;
  private final ObservationWriter writer;
  private final Instant received;
  private final Predicate<Letter> report;

  /**
   * A reading.
   *
   * @param report whether a mail that is none of a known form is somebody's report
   */
  MailReading(RawRecord raw, NodeNamespace namespace, Keys keys, Predicate<Letter> report) {
    this.raw = raw;
    this.text = raw.text();
    this.keys = keys;
    this.writer = new ObservationWriter(raw, namespace);
    this.received = raw.collectedAt();
    this.report = report;
  }

  Normalised read() {
    try {
      Part mail = MailParser.parse(text);
      if (mail.header().isEmpty()) {
        throw Fault.unreadable("This is no mail: it begins without a header.");
      }
      SignedMail opened = SignedMail.open(mail, text, keys);
      return read(new Letter(mail.header(), opened.content()), opened.signature());
    } catch (Fault fault) {
      return new Normalised(
          List.of(),
          List.of(new Reject(0, raw.firstLine(), fault.path(), fault.reason(), fault.detail())));
    }
  }

  /** Reports first: many of them come without return path, or say that a machine sent them. */
  private Normalised read(Letter letter, @Nullable Signature signature) throws Fault {
    Optional<FeedbackReport> feedback = FeedbackReport.in(letter);
    if (feedback.isPresent()) {
      return feedback.get().isAllClear()
          ? suppressed(ALL_CLEAR)
          : accepted(List.of(feedback.get().draft(received)), letter, signature);
    }
    Optional<JunkComplaint> complaint = JunkComplaint.in(letter);
    if (complaint.isPresent()) {
      return accepted(List.of(complaint.get().draft(received)), letter, signature);
    }
    Optional<XarfMail> xarf = XarfMail.in(letter);
    if (xarf.isPresent()) {
      return accepted(xarf.get().drafts(received), letter, signature);
    }
    Optional<String> rule = Automatic.rule(letter);
    return rule.isPresent()
        ? suppressed(rule.get())
        : accepted(
            List.of(PersonalMail.draft(letter, received, report.test(letter))), letter, signature);
  }

  private static Normalised suppressed(String rule) {
    return new Normalised(List.of(), List.of(), List.of(new Suppressed(0, rule)));
  }

  private Normalised accepted(
      List<ObservedDraft> drafts, Letter letter, @Nullable Signature signature) throws Fault {
    List<Accepted> accepted = new ArrayList<>();
    for (ObservedDraft draft : drafts) {
      if (signature != null) {
        keep(draft, letter, signature);
      }
      UUID id = writer.contentId(MailFormat.NAME + ":" + accepted.size(), text);
      accepted.add(new Accepted(0, 0, text.length, writer.write(id, draft)));
    }
    return new Normalised(accepted, List.of());
  }

  private static void keep(ObservedDraft draft, Letter letter, Signature signature) {
    draft
        .field("signature", signature.state().key())
        .field("signature_kind", signature.kind() == Signature.Kind.SMIME ? "S/MIME" : "OpenPGP")
        .field("signature_key", signature.key())
        .field("signature_known", signature.known() ? "yes" : "no");
    if (signature.signer() != null) {
      MailFields.hide(draft, "signer", Optional.of(signature.signer()));
      boolean own =
          letter
              .header()
              .first("from")
              .flatMap(MailAddress::text)
              .filter(signature.signer()::equalsIgnoreCase)
              .isPresent();
      draft.field("signature_by_author", own ? "yes" : "no");
    }
  }
}
