package org.tocsin.ingest.feed;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.registration.Terms;
import org.tocsin.ingest.submission.Batch;
import org.tocsin.ingest.submission.Intake;
import org.tocsin.ingest.submission.Receipt;
import org.tocsin.ingest.submission.SubmissionRequest;

/** Submits what was fetched of one feed, as a submission like every other. */
final class FeedSubmission {
  private final FeedDefinition feed;
  private final Intake intake;

  FeedSubmission(FeedDefinition feed, Intake intake) {
    this.feed = feed;
    this.intake = intake;
  }

  /** Who submits what is fetched of a feed. */
  static String submitter(String feed) {
    return "feed:" + feed;
  }

  /**
   * Submits a file.
   *
   * @param name its name, null for none
   * @param format the format it is read as, null to recognise it
   * @param sha256 the hash of its bytes
   * @return what to remember after it
   */
  FeedMemory submit(
      FeedMemory before,
      InputStream in,
      @Nullable String name,
      @Nullable String contentType,
      @Nullable String format,
      long length,
      String sha256) {
    String place = String.valueOf(before.lastReceipt());
    return submit(before, place, in, name, contentType, format, length, sha256);
  }

  /**
   * Submits a file that is at one place for good, such as a mail in a mailbox: the same bytes from
   * the same place are the same submission.
   *
   * @param place where it is
   */
  FeedMemory submit(
      FeedMemory before,
      String place,
      InputStream in,
      @Nullable String name,
      @Nullable String contentType,
      @Nullable String format,
      long length,
      String sha256) {
    Batch batch = intake.batch();
    batch.take(
        in,
        new SubmissionRequest(
                submitter(feed.name()),
                new Terms(feed.origin(), feed.tlp(), feed.tlp(), feed.confidence()),
                // what somebody wrote to a desk is as urgent as what comes over the API
                feed.way() != WayIn.MAILBOX,
                name,
                contentType,
                format,
                length,
                key(place, sha256),
                0)
            .of(feed.kind()));
    List<Receipt> taken = batch.taken();
    if (taken.isEmpty()) {
      throw new RefusedException(Refusal.EMPTY, "There is not a single byte in it.");
    }
    long records = taken.stream().mapToLong(Receipt::records).sum();
    return before.took(taken.getFirst().id(), records);
  }

  /**
   * The same for the same bytes at the same place, so that what was taken just before a crash is
   * not taken twice. Where only the bytes are known, their place is after the submission before
   * them: a list that goes back to what it was some time ago is another one.
   */
  private String key(String place, String sha256) {
    String text = String.join("\n", feed.name(), feed.reading(), place, sha256);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
