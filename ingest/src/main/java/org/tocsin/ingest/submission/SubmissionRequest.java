package org.tocsin.ingest.submission;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.registration.Terms;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.NodeNamespace;

/**
 * What is known of a submission besides its bytes.
 *
 * @param submitter the person or machine that sends it in
 * @param terms provider, feed and levels
 * @param machine whether the submitter is a machine that feeds, whose submissions are bulk whatever
 *     their size
 * @param name the original file name, null when none was given
 * @param contentType the media type it came with, null when none was given
 * @param format the format it is to be read as, null to recognise it
 * @param length its size in bytes, negative when unknown
 * @param key the client's Idempotency-Key, null when none was given
 * @param kind what it says about the submissions of its feed before it
 * @param ordinal which file it is of those that came under one key, from 0
 */
public record SubmissionRequest(
    String submitter,
    Terms terms,
    boolean machine,
    @Nullable String name,
    @Nullable String contentType,
    @Nullable String format,
    long length,
    @Nullable String key,
    FeedKind kind,
    int ordinal) {

  private static final Pattern KEY = Pattern.compile("[^\\p{Cntrl}]{1,255}");

  /** Tidies the name; refuses a key that is none. */
  public SubmissionRequest {
    name = FileName.of(name);
    if (key != null && !KEY.matcher(key).matches()) {
      throw new RefusedException(
          Refusal.BAD_PARAMETER, "An Idempotency-Key has 1 to 255 printable characters.");
    }
  }

  /** A submission of events. */
  public SubmissionRequest(
      String submitter,
      Terms terms,
      boolean machine,
      @Nullable String name,
      @Nullable String contentType,
      @Nullable String format,
      long length,
      @Nullable String key,
      int ordinal) {
    this(
        submitter,
        terms,
        machine,
        name,
        contentType,
        format,
        length,
        key,
        FeedKind.EVENTS,
        ordinal);
  }

  /** The same as a submission of that kind. */
  public SubmissionRequest of(FeedKind which) {
    return new SubmissionRequest(
        submitter, terms, machine, name, contentType, format, length, key, which, ordinal);
  }

  /** The same for a file of which that is known. */
  public SubmissionRequest file(@Nullable String name, @Nullable String contentType, long length) {
    return new SubmissionRequest(
        submitter, terms, machine, name, contentType, format, length, key, kind, ordinal);
  }

  /** The same with its contents unpacked: another size, another name, a type that says nothing. */
  SubmissionRequest unpacked(@Nullable String name, long length) {
    return file(name, null, length);
  }

  /** The same for a file that came inside, to be recognised by itself. */
  SubmissionRequest inside(@Nullable String name, @Nullable String contentType, long length) {
    return new SubmissionRequest(
        submitter, terms, machine, name, contentType, null, length, key, ordinal);
  }

  /** The same as the file of that number of those that came together. */
  SubmissionRequest numbered(int ordinal) {
    return new SubmissionRequest(
        submitter, terms, machine, name, contentType, format, length, key, kind, ordinal);
  }

  /** The same to be read as that format. */
  SubmissionRequest as(String format) {
    return new SubmissionRequest(
        submitter, terms, machine, name, contentType, format, length, key, kind, ordinal);
  }

  /** The receipt; always the same where there is a key, so that a retry fills the same slots. */
  UUID receipt(NodeNamespace namespace, String key) {
    // no key holds a line feed, so the second file of one key is never the first of another
    return namespace.receipt(submitter, ordinal == 0 ? key : key + "\n" + ordinal);
  }
}
