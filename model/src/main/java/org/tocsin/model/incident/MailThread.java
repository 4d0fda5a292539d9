package org.tocsin.model.incident;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.TocsinExtension;
import tools.jackson.databind.JsonNode;

/**
 * The exchange of mails that what somebody wrote belongs to. It follows from the mail alone: the
 * first of its References, which a reply carries on from mail to mail, else what it answers, else
 * its own id (RFC 5322 section 3.6.4).
 *
 * @param root the id of the mail the exchange began with
 * @param subject what it is about, in a line, without what programs put before it when they answer
 * @param number the number of the incident that is named in its subject, such as {@code
 *     [2026-004211]}; null where none is
 * @param mails the mails it names, by their ids: itself, and those it answers
 */
public record MailThread(String root, String subject, @Nullable String number, List<String> mails) {
  /** What an observation of a mail that somebody wrote names as its kind of report. */
  public static final String REPORT_TYPE = "mail";

  /** The field with the References of a mail. */
  public static final String REFERENCES = "email_references";

  /** The field with what a mail answers. */
  public static final String IN_REPLY_TO = "email_in_reply_to";

  private static final String NO_SUBJECT = "A mail without a subject";
  private static final int LONGEST_ROOT = 998;
  private static final int MOST_MAILS = 20;

  private static final Pattern ID = Pattern.compile("<\\s*([^<>\\s]{1,998})\\s*>");

  private static final Pattern ANSWERED =
      Pattern.compile(
          "(?iu)^\\s*(re|aw|antw|sv|vs|odp|rif|res|ynt|fwd?|wg|tr|i|rv|enc)"
              + "(\\[\\d{1,3}]|\\(\\d{1,3}\\))?\\s*[:\uff1a]");

  /** The number of an incident that a subject names; empty where it names none. */
  public static Optional<String> number(String subject) {
    return NamedNumber.in(subject);
  }

  /** The number that the subject of a mail names; empty where it is no mail that somebody wrote. */
  public static Optional<String> numberOf(Observation observation) {
    return of(observation).flatMap(thread -> Optional.ofNullable(thread.number()));
  }

  /**
   * The mails that a mail names, by their ids: itself, and those it answers. Two that name the same
   * one belong together. Empty where it is no mail that somebody wrote.
   */
  public static List<String> mailsOf(Observation observation) {
    return of(observation).map(MailThread::mails).orElse(List.of());
  }

  /** The exchange an observation belongs to; empty where it is no mail that somebody wrote. */
  static Optional<MailThread> of(Observation observation) {
    if (observation.rsit() != Rsit.UNDETERMINED || !REPORT_TYPE.equals(observation.reportType())) {
      return Optional.empty();
    }
    return observation.objects().stream()
        .filter(object -> object.type().equals("email-message"))
        .findFirst()
        .map(mail -> of(observation, mail));
  }

  private static MailThread of(Observation observation, StixObject mail) {
    JsonNode fields = fields(observation.objects());
    List<String> references = ids(fields.path(REFERENCES).asString(""));
    List<String> answered = ids(fields.path(IN_REPLY_TO).asString(""));
    Optional<String> own = mail.text("message_id").flatMap(MailThread::bare);
    String root =
        Stream.of(references.stream(), answered.stream(), own.stream())
            .flatMap(ids -> ids)
            .findFirst()
            .orElseGet(() -> observation.contentId().toString());
    List<String> mails =
        Stream.of(own.stream(), answered.stream(), references.reversed().stream())
            .flatMap(ids -> ids)
            .distinct()
            .limit(MOST_MAILS)
            .toList();
    String subject = mail.text("subject").orElse("");
    return new MailThread(root, title(subject), number(subject).orElse(null), mails);
  }

  private static List<String> ids(String field) {
    return ID.matcher(field).results().map(id -> id.group(1)).toList();
  }

  private static JsonNode fields(List<StixObject> objects) {
    return objects
        .getFirst()
        .json()
        .path("extensions")
        .path(TocsinExtension.ID)
        .path(TocsinExtension.FIELDS);
  }

  private static Optional<String> first(String ids) {
    Matcher id = ID.matcher(ids);
    return id.find() ? Optional.of(id.group(1)) : Optional.empty();
  }

  /** An id as it is written in the field of its own, with or without its brackets. */
  private static Optional<String> bare(String id) {
    return first(id)
        .or(() -> Optional.of(id.strip()))
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_ROOT);
  }

  private static String title(String subject) {
    String line = subject.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    line = answered(line);
    if (line.isEmpty()) {
      return NO_SUBJECT;
    }
    int most = Math.min(line.codePointCount(0, line.length()), Told.LONGEST_TITLE);
    return line.substring(0, line.offsetByCodePoints(0, most)).strip();
  }

  /** A subject without what programs put before it when they answer. */
  static String answered(String subject) {
    String line = subject.strip();
    for (Matcher again = ANSWERED.matcher(line); again.find(); again = ANSWERED.matcher(line)) {
      line = line.substring(again.end()).strip();
    }
    return line;
  }
}
