package org.tocsin.ingest.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Origin;

/**
 * What the client gets for a submission that is kept to the last byte.
 *
 * @param id the submission's id
 * @param origin provider and feed
 * @param name the original file name, null when none was given
 * @param format the format it is read as
 * @param records how many records the framer counted
 * @param bytes how many bytes were read, unpacked
 * @param sha256 hash of those bytes in hex
 */
public record Receipt(
    UUID id,
    Origin origin,
    @Nullable String name,
    String format,
    long records,
    long bytes,
    String sha256) {

  /** The receipt of a sealed submission; throws IllegalArgumentException where it is not sealed. */
  public static Receipt of(Submission sealed) {
    String sha256 = sealed.sha256();
    if (sealed.state() != Submission.State.SEALED || sha256 == null) {
      throw new IllegalArgumentException("not sealed");
    }
    return new Receipt(
        sealed.receipt(),
        sealed.origin(),
        sealed.name(),
        sealed.format(),
        sealed.records(),
        sealed.bytes(),
        sha256);
  }
}
